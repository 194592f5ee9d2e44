package studio.parley.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Messages;

/** The frame of the main view while a project is being opened: its bars and panes in the theme's colours, without content. */
final class Skeleton extends BorderPane {
    private static final int CARDS = 5;
    private static final int MOST_KEYS = 200;
    private final List<KeyEvent> keys = new ArrayList<>();

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
        addEventHandler(KeyEvent.ANY, e -> {
            if (keys.size() < MOST_KEYS) keys.add(e);
        });
    }

    /** Keys pressed and typed meanwhile, for the opened project. */
    List<KeyEvent> keys() {
        return List.copyOf(keys);
    }

    private static Region part(String... styles) {
        var part = new Region();
        part.getStyleClass().addAll(styles);
        return part;
    }
}
