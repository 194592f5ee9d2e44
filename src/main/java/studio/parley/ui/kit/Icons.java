package studio.parley.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and icon-only buttons, which always have a tooltip and a name for the screen reader. */
public final class Icons {
    private Icons() {}

    public static FontIcon of(Ikon icon) {
        var node = new FontIcon(icon);
        node.getStyleClass().add("icon");
        return node;
    }

    /** A flat icon button; {@code name} is its tooltip and its accessible text. */
    public static Button button(Ikon icon, String name, Runnable action) {
        var button = new Button();
        button.setGraphic(of(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(e -> action.run());
        return button;
    }
}
