package studio.parley.ui.script;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Script;
import studio.parley.problem.Problem;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Texts;

/** Writes the script as text, in Parley's own form. */
record SaveScript(Desk desk) {
    void ask(Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("script.save.title"));
        var title = desk.document().conversation().title();
        chooser.setInitialFileName((title.isEmpty() ? "script" : title.replaceAll("[\\\\/:*?\"<>|]+", " ")) + ".txt");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.of("script.save.kind"), "*.txt"));
        File to = chooser.showSaveDialog(owner);
        if (to != null) write(to.toPath());
    }

    /** Off the JavaFX thread; says when it is done. */
    void write(Path to) {
        var conversation = desk.document().conversation();
        FxThread.work(() -> write(conversation, to), done -> desk.tools().notices().info(Texts.of("script.saved", to.getFileName())),
                desk.tools().notices()::trouble);
    }

    private static Path write(Conversation conversation, Path to) {
        try {
            return Files.writeString(to, Script.write(conversation), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problem.disk("Cannot write " + to + " (" + e.getMessage() + "); choose another folder.", e);
        }
    }
}
