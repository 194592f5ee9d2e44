package studio.parley.ui.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The window's title in the system: the project, preceded by the progress of rendering, for people who look from elsewhere. */
record WindowTitle(Stage stage) {
    void of(Optional<ProjectSession> session) {
        stage.titleProperty().unbind();
        if (session.isEmpty()) stage.setTitle("Parley");
        else stage.titleProperty().bind(Bindings.createStringBinding(() -> words(session.get()), session.get().documentProperty(), session.get().speech().statuses()));
    }

    private static String words(ProjectSession session) {
        var title = session.document().conversation().title();
        var named = (title.isEmpty() ? Messages.of("shell.untitled") : title) + " – Parley";
        long busy = session.speech().statuses().values().stream().filter(s -> !s.hasFailed()).count();
        return busy == 0 ? named : Messages.of("shell.title.busy", busy, named);
    }
}
