package studio.parley.ui.timeline.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.timeline.model.TimelineModel;

/** The message of an empty timeline: what will be here, and what to do next. */
final class EmptyTimeline extends VBox {
    private final TimelineModel model;
    private final Label words = Controls.words("", "muted");
    private final Button render = new Button(Messages.of("timeline.empty.render"));

    EmptyTimeline(TimelineModel model) {
        this.model = model;
        setId("timeline-empty");
        getStyleClass().add("empty");
        render.getStyleClass().add("accent");
        render.setOnAction(e -> model.session().speech().renderNeeded());
        getChildren().addAll(words, render);
        setPickOnBounds(false);
        model.versionProperty().subscribe(v -> show());
    }

    private void show() {
        boolean lines = model.session().document().lines().stream().anyMatch(l -> l.isSpoken());
        setVisible(model.shown().arrangement().parts().isEmpty() && model.shown().expected().isEmpty());
        words.setText(Messages.of(lines ? "timeline.empty.unrendered" : "timeline.empty.nothing"));
        Visibility.show(lines, render);
    }
}
