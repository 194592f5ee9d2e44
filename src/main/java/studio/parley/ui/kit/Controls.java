package studio.parley.ui.kit;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The window's usual labels, rows and buttons. */
public final class Controls {
    private Controls() {}

    /** A label in these styles of the style sheet. */
    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Words on as many lines as they need, which nothing beside them takes away. */
    public static Label words(String text, String... styles) {
        var label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** Beside each other, in the middle of their height. */
    public static HBox row(double gap, Node... parts) {
        var row = new HBox(gap, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Takes the space that is left in a row. */
    public static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** One of several choices, drawn as a chip. */
    public static ToggleButton chip(ToggleGroup group, String text, boolean selected, Runnable action) {
        var chip = new ToggleButton(text);
        chip.getStyleClass().setAll("toggle-button", "chip", "button-chip");
        chip.setToggleGroup(group);
        chip.setSelected(selected);
        chip.setOnAction(e -> action.run());
        return chip;
    }

    /** A button whose text is never cut off. */
    public static Button button(String text, Runnable action, String... styles) {
        var button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        button.getStyleClass().addAll(styles);
        return button;
    }

    /** A field for a folder, and the button that asks for one. */
    public static HBox folder(TextField field, String title, FileDialogs dialogs) {
        HBox.setHgrow(field, Priority.ALWAYS);
        return row(8, field, button(Messages.of("settings.choose"), () -> dialogs.folder(field.getScene().getWindow(), title, Optional.empty())
                .ifPresent(p -> field.setText(p.toString()))));
    }

    /** An entry of a menu by the key of its words, which is its id too. */
    public static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Messages.of(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> action.run());
        return item;
    }

    /** Puts a text on the system's clipboard. */
    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
