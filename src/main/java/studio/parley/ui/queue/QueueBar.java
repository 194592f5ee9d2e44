package studio.parley.ui.queue;

import javafx.scene.layout.HBox;
import studio.parley.ui.desk.Desk;

/** The render queue along the bottom. */
public final class QueueBar extends HBox {
    public QueueBar(Desk desk) {
        getStyleClass().add("bar");
    }
}
