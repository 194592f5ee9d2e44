package studio.parley.ui.shell;

import java.util.Optional;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Player;
import studio.parley.ui.kit.Command;

/** Playing, as professionals expect it (Space, P, L, comma, period, Home, End). */
record TransportCommands(Desk desk) {
    void register() {
        var player = desk.player();
        desk.tools().commands().add(
                Command.of("transport.toggle", "Space", player::toggle),
                Command.of("transport.pause", "P", () -> pause(player)),
                Command.of("transport.rewind", "Home", () -> player.seek(0)),
                Command.of("transport.end", "End", () -> player.seek(player.length())),
                Command.of("transport.loop", "", () -> loop(player)),
                Command.of("transport.back", "Comma", () -> player.seek(player.position() - 1)),
                Command.of("transport.forward", "Period", () -> player.seek(player.position() + 1)));
    }

    private static void pause(Player player) {
        if (player.playingProperty().get()) player.pause();
        else player.play();
    }

    /** Loops everything when no stretch was chosen. */
    static void loop(Player player) {
        var now = player.loopProperty().get();
        player.loop(now.isPresent() ? Optional.empty() : Optional.of(new Player.Span(0, player.length())));
    }
}
