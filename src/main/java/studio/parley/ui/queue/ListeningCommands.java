package studio.parley.ui.queue;

import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;

/** The command that starts a listening pass. */
public record ListeningCommands(ProjectSession session, Supplier<Scene> scene) {
    public void register() {
        session.services().commands().add(Command.of("transport.listen", "Shortcut+L", () -> new ListeningCard(new ListeningPass(session)).show(scene.get())));
    }
}
