package studio.parley.ui.script;

import java.nio.file.Path;
import javafx.stage.Window;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.script.Script;
import studio.parley.io.AtomicFile;
import studio.parley.io.WriteTarget;
import studio.parley.problem.Problem;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Choosers;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Texts;

/** Writes the script as text, in Parley's own form. */
record SaveScript(Desk desk) {
    void ask(Window owner, Choosers choosers) {
        var title = desk.document().conversation().title().replaceAll("[\\\\/:*?\"<>|]+", " ").strip();
        choosers.save(owner, Texts.of("script.save.title"), (title.isEmpty() ? "script" : title) + ".txt").ifPresent(this::write);
    }

    /** Off the JavaFX thread; says when it is done. */
    void write(Path to) {
        var conversation = desk.document().conversation();
        FxThread.write(() -> write(conversation, to), done -> desk.tools().notices().info(Texts.of("script.saved", to.getFileName())),
                e -> desk.tools().notices().trouble(e, new Notices.Remedy(Texts.of("shell.elsewhere"), () -> desk.tools().commands().run("file.saveScript"))));
    }

    private Path write(Conversation conversation, Path to) {
        if (WriteTarget.isInside(to, desk.project().folder().root())) {
            throw Problem.input(to + " lies in the project. Choose a folder outside it.");
        }
        AtomicFile.write(to, Script.write(conversation));
        return to;
    }
}
