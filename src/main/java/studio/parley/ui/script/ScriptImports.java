package studio.parley.ui.script;

import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import studio.parley.ui.desk.Desk;

/** Ways a script comes in: clipboard, file, drop. */
record ScriptImports(Desk desk, ScriptModel model, ScriptView view) {
    void clipboard() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text != null) text(text, model.document().lines().size());
    }

    void open() {}

    void file(Path file, int gap) {}

    void text(String text, int gap) {}
}
