package studio.parley.ui.timeline;

import javafx.scene.layout.BorderPane;
import studio.parley.ui.desk.Desk;

/** The timeline: one track per speaker. */
public final class TimelineView extends BorderPane {
    public TimelineView(Desk desk) {
        getStyleClass().add("surface");
    }
}
