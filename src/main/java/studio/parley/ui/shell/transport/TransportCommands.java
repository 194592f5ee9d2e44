package studio.parley.ui.shell.transport;

import java.util.ArrayList;
import java.util.Optional;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.PlaybackController;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.session.TimeRange;

/** Playing, as professionals expect it (Space, P, X, JKL, comma, period, Home, End, C, B, Shift+F5 to F8). */
public final class TransportCommands {
    /** Seconds heard on each side of an edge. */
    private static final double AROUND = 1;
    private final ProjectSession session;
    private final PlaybackController player;

    public TransportCommands(ProjectSession session) {
        this.session = session;
        this.player = session.player();
    }

    public void register() {
        session.services().commands().add(
                Command.of("transport.toggle", "Space", this::playOrStop),
                Command.of("transport.once", "Shift+Space", this::once),
                Command.of("transport.pause", "P", this::playOrPause),
                Command.of("transport.stopHere", "X", player::stopHere),
                Command.of("transport.rewind", "Home", () -> player.seek(0)),
                Command.of("transport.end", "End", () -> player.seek(player.length())),
                Command.of("transport.loop", "Shift+L", () -> loop(session)),
                Command.of("transport.back", "Comma", () -> step(-1)),
                Command.of("transport.forward", "Period", () -> step(1)),
                Command.of("transport.backMore", "Shift+Comma", () -> step(-15)),
                Command.of("transport.forwardMore", "Shift+Period", () -> step(15)),
                Command.of("transport.reverse", "J", () -> player.shuttle(-1)),
                Command.of("transport.hold", "K", player::pause),
                Command.of("transport.faster", "L", () -> player.shuttle(1)),
                Command.of("transport.speedDown", "Alt+Shift+Comma", () -> player.speed(SpeedBox.below(player.speedProperty().get()))),
                Command.of("transport.speedUp", "Alt+Shift+Period", () -> player.speed(SpeedBox.above(player.speedProperty().get()))));
        session.services().commands().add(
                Command.of("transport.selection", "B", this::selection),
                Command.of("transport.cutPreview", "C", this::cutPreview),
                Command.of("transport.beforeStart", "Shift+F5", () -> chosen().ifPresent(s -> around(s.from(), true))),
                Command.of("transport.afterStart", "Shortcut+F6", () -> chosen().ifPresent(s -> around(s.from(), false))),
                Command.of("transport.beforeEnd", "Shift+F7", () -> chosen().ifPresent(s -> around(s.to(), true))),
                Command.of("transport.afterEnd", "Shortcut+F7", () -> chosen().ifPresent(s -> around(s.to(), false))));
    }

    /** From the playhead to the end, without the loop. */
    private void once() {
        if (player.playingProperty().get()) player.stop();
        else if (player.length() - player.position() > 0.01) player.playRange(player.position(), player.length());
    }

    private void playOrStop() {
        if (player.playingProperty().get()) player.stop();
        else player.play();
    }

    private void playOrPause() {
        if (player.playingProperty().get()) player.pause();
        else player.play();
    }

    private void step(double seconds) {
        player.seek(Math.clamp(player.position() + seconds, 0, Math.max(0, player.length())));
    }

    /** From the first selected line's start to the last one's end. */
    private Optional<TimeRange> chosen() {
        return span(session);
    }

    private void selection() {
        chosen().ifPresent(s -> player.playRange(s.from(), s.to()));
    }

    /** What is before the selection, and right after that what follows it: how it would sound without. */
    private void cutPreview() {
        chosen().ifPresent(s -> {
            var spans = new ArrayList<TimeRange>();
            if (s.from() > 0) spans.add(new TimeRange(Math.max(0, s.from() - 2 * AROUND), s.from()));
            if (player.length() > s.to()) spans.add(new TimeRange(s.to(), Math.min(player.length(), s.to() + 2 * AROUND)));
            if (!spans.isEmpty()) player.playRanges(spans);
        });
    }

    private void around(double at, boolean before) {
        double from = before ? Math.max(0, at - AROUND) : at;
        double to = before ? at : Math.min(player.length(), at + AROUND);
        if (to > from) player.playRange(from, to);
    }

    static Optional<TimeRange> span(ProjectSession session) {
        var lines = session.selectedLines().isEmpty() ? session.focusedLine().stream().toList() : session.selectedLines();
        var arrangement = session.arrangement();
        var parts = lines.stream().flatMap(l -> arrangement.part(l.id()).stream()).toList();
        if (parts.isEmpty()) return Optional.empty();
        long from = parts.stream().mapToLong(p -> p.start()).min().orElse(0);
        long to = parts.stream().mapToLong(p -> p.end()).max().orElse(0);
        return Optional.of(new TimeRange(arrangement.seconds(from), arrangement.seconds(to)));
    }

    /** Loops what is selected, else everything. */
    static void loop(ProjectSession session) {
        var player = session.player();
        var now = player.loopProperty().get();
        var selected = session.selectedLines().size() > 1 ? span(session) : Optional.<TimeRange>empty();
        if (now.isPresent() || player.length() > 0) player.loop(now.isPresent() ? Optional.empty() : selected.or(() -> Optional.of(new TimeRange(0, player.length()))));
    }
}
