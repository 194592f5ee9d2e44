package studio.parley.ui.queue;

import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Command;

/** Beginning a listening pass. */
public record ListeningCommands(Desk desk, Supplier<Scene> scene) {
    public void register() {
        desk.tools().commands().add(Command.of("transport.listen", "Shortcut+L", () -> new ListeningCard(new ListeningPass(desk)).show(scene.get())));
    }
}
