package studio.parley.ui.shell;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Messages;

/** The frame of the main view while a project is being opened: its bars and panes in the theme's colours, without content. */
final class Skeleton extends BorderPane {
    private static final int CARDS = 5;

    Skeleton() {
        setId("skeleton");
        getStyleClass().add("surface");
        setAccessibleText(Messages.of("shell.opening"));
        setTop(new VBox(part("skeleton-menu"), part("bar", "top", "skeleton-top")));
        var script = new VBox();
        script.getStyleClass().addAll("sunken", "skeleton-script");
        for (int i = 0; i < CARDS; i++) script.getChildren().add(part("skeleton-line"));
        HBox.setHgrow(script, Priority.ALWAYS);
        var upper = new HBox(script, part("skeleton-side"));
        VBox.setVgrow(upper, Priority.ALWAYS);
        setCenter(new VBox(upper, part("skeleton-timeline")));
        setBottom(part("bar", "bottom", "skeleton-bottom"));
        setFocusTraversable(true);
    }

    private static Region part(String... styles) {
        var part = new Region();
        part.getStyleClass().addAll(styles);
        return part;
    }
}
