package studio.parley.ui.voices;

import javafx.scene.layout.BorderPane;
import studio.parley.ui.desk.Desk;

/** Voices, the selected line, the checks. */
public final class SidePane extends BorderPane {
    public SidePane(Desk desk) {
        getStyleClass().add("surface");
    }
}
