package studio.parley.ui.script.card;

import java.util.Locale;
import java.util.Optional;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.EstimatedLength;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.export.Arrangement;
import studio.parley.ui.kit.Messages;

/**
 * Everything a card shows about a line, as one value: a card is updated only if its row has changed.
 *
 * @param number in the script, from 1
 * @param colour of the speaker, {@code #rrggbb}
 * @param reason why it is out of date, the progress of rendering, or empty
 * @param takes "take 2/3", or empty
 * @param seconds its length or expected length; empty: it has no text
 * @param expected whether the seconds are only expected, because there is no take
 */
public record LineRow(int number, Line line, String speaker, String colour, State state, String reason, String takes, boolean starred,
           boolean locked, boolean flagged, Optional<Double> seconds, boolean expected) {
    /** The meaning of the dot at the end of the card. */
    public enum State { FRESH, CHECKING, UPSTREAM, OWN, MISSING, WAITING, RENDERING, FAILED, SILENT }

    public static LineRow of(Document document, int index, Staleness staleness, Optional<RenderStatus> work) {
        var line = document.lines().get(index);
        var own = document.decoration(line.id());
        var take = line.sounding();
        var state = state(line, staleness, work);
        boolean starred = take.map(t -> own.stars().getOrDefault(t.id(), 0) > 0).orElse(false);
        return new LineRow(index + 1, line, document.conversation().speaker(line.speaker()).name(), document.track(line.speaker()).colour(),
                state, reason(document, staleness, work), takes(line, starred), starred, own.locked(), own.flagged(),
                seconds(document, line), take.isEmpty());
    }

    private static Optional<Double> seconds(Document document, Line line) {
        if (!line.isSpoken()) return Optional.empty();
        return Optional.of((line.sounding().isPresent() ? Arrangement.millis(document, line) : EstimatedLength.millis(document, line)) / 1000.0);
    }

    private static State state(Line line, Staleness staleness, Optional<RenderStatus> work) {
        return switch (work.orElse(null)) {
            case RenderStatus.Waiting w -> State.WAITING;
            case RenderStatus.Preparing p -> State.RENDERING;
            case RenderStatus.Speaking s -> State.RENDERING;
            case RenderStatus.Failed f -> State.FAILED;
            case null, default -> switch (staleness) {
                case Staleness.Fresh f -> line.isSpoken() ? State.FRESH : State.SILENT;
                case Staleness.Checking c -> State.CHECKING;
                case Staleness.Missing m -> State.MISSING;
                case Staleness.Own o -> State.OWN;
                case Staleness.Upstream u -> State.UPSTREAM;
            };
        };
    }

    private static String reason(Document document, Staleness staleness, Optional<RenderStatus> work) {
        return switch (work.orElse(null)) {
            case RenderStatus.Waiting w -> w.ahead() == 0 ? Messages.of("script.next") : Messages.of("script.waiting", w.ahead());
            case RenderStatus.Preparing p -> Messages.of("script.preparing");
            case RenderStatus.Speaking s -> Messages.of("script.rendering", TimeFormat.seconds(s.seconds()));
            case RenderStatus.Failed f -> String.valueOf(f.problem().getMessage());
            case null, default -> stale(document, staleness);
        };
    }

    private static String stale(Document document, Staleness staleness) {
        return switch (staleness) {
            case Staleness.Own own -> own.causes().stream().map(c -> Messages.of("script.cause." + c.name().toLowerCase(Locale.ROOT)))
                    .reduce((a, b) -> a + ", " + b).orElse("");
            case Staleness.Upstream up -> upstream(document, up);
            case Staleness.Checking c -> Messages.of("script.checking");
            default -> "";
        };
    }

    private static String upstream(Document document, Staleness.Upstream up) {
        int first = document.indexOf(up.lines().getFirst());
        if (first < 0) return Messages.of("script.upstream.gone");
        return up.lines().size() == 1 ? Messages.of("script.upstream", first + 1) : Messages.of("script.upstream.more", first + 1, up.lines().size() - 1);
    }

    private static String takes(Line line, boolean starred) {
        if (line.takes().isEmpty()) return "";
        var number = line.sounding().orElseThrow().number();
        int count = line.takes().size();
        // If some were deleted, "take 5 of 2" would make no sense.
        boolean whole = number.equals(String.valueOf(line.takes().indexOf(line.sounding().get()) + 1)) && line.takes().getLast().number().equals(String.valueOf(count));
        return (starred ? "★ " : "") + (whole ? Messages.of("script.take", number, String.valueOf(count)) : Messages.of("script.take.kept", number));
    }

    /** The meaning of the dot, for its tooltip: "Out of date: text changed". */
    String dot() {
        var what = Messages.of("script.dot." + state.name().toLowerCase(Locale.ROOT));
        return reason.isEmpty() || state == State.CHECKING ? what : what + ": " + reason;
    }

    /** "+180 ms", "overlap 300 ms", "together", "at 0:12.5"; the first line follows none. */
    String timing() {
        return switch (line.relation()) {
            case TimingRelation.After a when number == 1 -> pause().isEmpty() ? Messages.of("script.timing.first") : "";
            case TimingRelation.After(int millis) -> Messages.of("script.timing.after", String.valueOf(millis));
            case TimingRelation.Overlap(int millis) -> Messages.of("script.timing.overlap", String.valueOf(millis));
            case TimingRelation.Together t -> Messages.of("script.timing.together");
            case TimingRelation.PinnedAt(int millis) -> Messages.of("script.timing.pinned", TimeFormat.clock(millis / 1000.0, 1));
        };
    }

    boolean isTimingUsual() {
        return line.relation().equals(TimingRelation.NEXT);
    }

    /** "0.6 s pause", or empty. */
    String pause() {
        return line.pauseMillis() == 0 ? "" : Messages.of("script.pause", TimeFormat.seconds(line.pauseMillis() / 1000.0));
    }

    /** The text for a screen reader: "Line 12, Ann, out of date: text changed, 2.4 seconds, 3 takes, …". */
    String spoken() {
        var parts = new java.util.ArrayList<String>();
        parts.add(Messages.of("script.spoken.line", number));
        parts.add(speaker);
        var what = Messages.of("script.spoken." + state.name().toLowerCase(Locale.ROOT));
        parts.add(reason.isEmpty() || state == State.RENDERING || state == State.WAITING ? what + (reason.isEmpty() ? "" : " " + reason) : what + ": " + reason);
        var length = expected ? "script.spoken.expected" : "script.spoken.seconds";
        seconds.ifPresent(s -> parts.add(Messages.of(length, String.format(Locale.ROOT, "%.1f", s))));
        if (!line.takes().isEmpty()) parts.add(Messages.of("script.spoken.takes", line.takes().size()));
        if (locked) parts.add(Messages.of("script.locked"));
        if (flagged) parts.add(Messages.of("script.flagged"));
        if (!line.direction().isEmpty()) parts.add(line.direction());
        parts.add(line.text().isEmpty() ? Messages.of("script.spoken.empty") : line.text());
        return String.join(", ", parts);
    }
}
