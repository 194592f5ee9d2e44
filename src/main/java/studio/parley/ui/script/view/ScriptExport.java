package studio.parley.ui.script.view;

import java.nio.file.Path;
import javafx.stage.Window;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.script.Script;
import studio.parley.io.AtomicFile;
import studio.parley.io.WriteTarget;
import studio.parley.problem.Problem;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.session.ProjectSession;

/** Writes the script as text, in Parley's own format. */
record ScriptExport(ProjectSession session) {
    void ask(Window owner, FileDialogs choosers) {
        var title = session.document().conversation().title().replaceAll("[\\\\/:*?\"<>|]+", " ").strip();
        choosers.save(owner, Messages.of("script.save.title"), (title.isEmpty() ? "script" : title) + ".txt").ifPresent(this::write);
    }

    /** Off the JavaFX thread; reports when it is done. */
    void write(Path to) {
        var conversation = session.document().conversation();
        var elsewhere = new Notices.Remedy(Messages.of("shell.elsewhere"), () -> session.services().commands().run("file.saveScript"));
        session.services().notices().attempt("script", elsewhere).write(() -> write(conversation, to),
                done -> session.services().notices().info(Messages.of("script.saved", to.getFileName())));
    }

    private Path write(Conversation conversation, Path to) {
        if (WriteTarget.isInside(to, session.project().folder().root())) {
            throw Problem.input(to + " is inside the project. Choose a folder outside it.");
        }
        AtomicFile.write(to, Script.write(conversation));
        return to;
    }
}
