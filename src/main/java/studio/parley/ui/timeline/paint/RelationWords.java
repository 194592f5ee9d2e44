package studio.parley.ui.timeline.paint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.timing.DragLimits;
import studio.parley.studio.timing.LineTimes;
import studio.parley.ui.kit.Messages;

/** A line's relation as text: for the badge, and for the screen reader. */
public final class RelationWords {
    private RelationWords() {}

    /** Whether a line simply follows the previous one, which needs no label. */
    static boolean isUsual(Line line) {
        return line.relation().equals(TimingRelation.NEXT) && line.pauseMillis() == 0;
    }

    /** Short: {@code +150 ms}, {@code −300 ms overlap}, {@code together}, {@code at 4.200 s}. */
    static String badge(Line line) {
        long pause = line.pauseMillis();
        return switch (line.relation()) {
            case TimingRelation.After(int millis) -> Messages.of("timeline.badge.after", millis(millis + pause));
            case TimingRelation.Overlap(int millis) when pause > millis -> Messages.of("timeline.badge.after", millis(pause - millis));
            case TimingRelation.Overlap(int millis) -> Messages.of("timeline.badge.overlap", millis(millis - pause));
            case TimingRelation.Together() -> pause == 0 ? Messages.of("timeline.badge.together") : Messages.of("timeline.badge.together.pause",
                    millis(pause));
            case TimingRelation.PinnedAt(int millis) -> Messages.of("timeline.badge.pinned", seconds(millis + pause));
        };
    }

    /** The position of a clip and its reason: {@code 0:04.200 · 180 ms after line 3}, {@code 0:03.900 · overlaps line 3 by 300 ms}. */
    public static String place(Document document, String id) {
        var times = LineTimes.of(document);
        var span = times.of(id).orElseThrow();
        var at = RulerPainter.text(span.start() / 1000.0, 0.001);
        var relation = related(times, span, document.lines().get(span.index()));
        return relation.isEmpty() ? at : at + " · " + relation;
    }

    /** Why a clip goes no farther. */
    public static String obstacle(Document document, DragLimits.Obstacle met) {
        return switch (met) {
            case DragLimits.Obstacle.Pin p -> Messages.of("timeline.readout.pin");
            case DragLimits.Obstacle.Speaks(var id) -> document.line(id).map(l -> Messages.of("timeline.readout.speaks",
                    document.conversation().speaker(l.speaker()).name(), document.indexOf(id) + 1)).orElse("");
        };
    }

    /** How many lines a drag pins that are not dragged themselves, on a separate line: some can keep their position only that way. */
    public static String others(Document before, Document after, Collection<String> dragged) {
        long pins = pinned(after, dragged) - pinned(before, dragged);
        return pins > 0 ? "\n" + Messages.of("timeline.readout.others", pins) : "";
    }

    private static long pinned(Document document, Collection<String> except) {
        return document.lines().stream().filter(l -> l.relation() instanceof TimingRelation.PinnedAt && !except.contains(l.id())).count();
    }

    private static String related(LineTimes times, LineTimes.Span span, Line line) {
        if (line.relation() instanceof TimingRelation.PinnedAt) return Messages.of("timeline.readout.pinned");
        var before = times.spans().subList(0, span.index());
        if (before.isEmpty()) return "";
        // A line comes after whatever ended last; it overlaps the previous line.
        var last = before.stream().max(Comparator.comparingLong(LineTimes.Span::end)).orElseThrow();
        long over = before.getLast().end() - span.start();
        if (line.relation() instanceof TimingRelation.Together && line.pauseMillis() == 0) return Messages.of("timeline.readout.together", span.index());
        if (over > 0 && !(line.relation() instanceof TimingRelation.After)) return Messages.of("timeline.readout.overlap", span.index(), millis(over));
        boolean all = span.start() >= last.end();
        return Messages.of("timeline.readout.after", (all ? last.index() : span.index() - 1) + 1, millis(all ? span.start() - last.end() : -over));
    }

    /** For sentences: "overlaps the previous clip by 300 milliseconds". */
    public static String spoken(Line line, boolean first) {
        long pause = line.pauseMillis();
        return switch (line.relation()) {
            case TimingRelation.PinnedAt p -> Messages.of("timeline.spoken.pinned");
            case TimingRelation.After(int millis) -> first ? "" : Messages.of("timeline.spoken.after", millis + pause);
            case TimingRelation.Overlap(int millis) when pause > millis -> Messages.of("timeline.spoken.after", pause - millis);
            case TimingRelation.Overlap(int millis) -> Messages.of("timeline.spoken.overlap", millis - pause);
            case TimingRelation.Together t -> Messages.of("timeline.spoken.together");
        };
    }

    /** {@code 150 ms}, from ten seconds on {@code 12.35 s}. */
    public static String millis(long millis) {
        return millis < 10_000 ? millis + " ms" : String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f s", millis / 1000.0);
    }
}
