package studio.parley.ui.script;

import javafx.scene.layout.BorderPane;
import studio.parley.ui.desk.Desk;

/** The script: one card per line. */
public final class ScriptView extends BorderPane {
    public ScriptView(Desk desk) {
        getStyleClass().add("sunken");
    }
}
