package studio.parley.ui.shell;

import java.util.List;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.session.ProjectSession;

/** The notification about missing files of a project: it follows what is still missing, and disappears with the last of them. */
final class MissingFiles {
    private static final String CAUSE = "missing";
    private final ProjectSession session;
    private boolean looking;
    private boolean again;

    private MissingFiles(ProjectSession session) {
        this.session = session;
    }

    /** Looks once, and while something is missing also after each change of the project. */
    static void watch(ProjectSession session) {
        var files = new MissingFiles(session);
        files.look(true);
        session.documentProperty().subscribe((before, now) -> {
            if (isTold(session)) files.look(false);
        });
    }

    private void look(boolean isFirst) {
        again = looking;
        if (looking) return;
        looking = true;
        var document = session.document();
        FxThread.work(() -> MissingFile.in(document, session.project().folder()), found -> {
            looking = false;
            if (isFirst) tell(session, found);
            else update(session, found);
            if (again) look(false);
        }, thrown -> {
            looking = false;
            session.services().notices().trouble(thrown);
        });
    }

    /** Somebody else has looked. A dismissed notification does not come back. */
    static void update(ProjectSession session, List<MissingFile> found) {
        if (found.isEmpty()) session.services().notices().settled(CAUSE);
        else if (isTold(session)) tell(session, found);
    }

    private static boolean isTold(ProjectSession session) {
        return session.services().notices().standing().stream().anyMatch(n -> n.cause().equals(CAUSE));
    }

    private static void tell(ProjectSession session, List<MissingFile> found) {
        var notices = session.services().notices();
        var sentence = Messages.of("shell.missing", found.size());
        if (found.isEmpty() || notices.standing().stream().anyMatch(n -> n.cause().equals(CAUSE) && n.sentence().equals(sentence))) return;
        notices.warn(CAUSE, sentence, new Notices.Remedy(Messages.of("shell.missing.look"), () -> session.services().commands().run("file.relink")));
    }
}
