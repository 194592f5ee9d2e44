package studio.parley.ui.script;

import javafx.stage.Window;
import studio.parley.ui.desk.Desk;

record PronunciationDialog(Desk desk) {
    void show(Window owner) {}
}
