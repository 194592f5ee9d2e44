package studio.parley.studio.timing;

import java.util.Set;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.timing.LineTimes.Span;

/** Sets a clip's relation by kind and number instead of by dragging. */
public final class ClipRelations {
    /** What a line's start is relative to. */
    public enum Kind { AFTER, OVERLAP, TOGETHER, PINNED }

    private static final int MOST = 1_800_000_000;

    private ClipRelations() {}

    public static Kind kind(Line line) {
        return switch (line.relation()) {
            case TimingRelation.After a -> Kind.AFTER;
            case TimingRelation.Overlap o -> Kind.OVERLAP;
            case TimingRelation.Together t -> Kind.TOGETHER;
            case TimingRelation.PinnedAt p -> Kind.PINNED;
        };
    }

    /** The number for people: the time of a pinned line, else the silence before the line, negative for an overlap. */
    public static long number(Line line) {
        return line.pauseMillis() + switch (line.relation()) {
            case TimingRelation.After(int millis) -> millis;
            case TimingRelation.Overlap(int millis) -> -millis;
            case TimingRelation.Together t -> 0;
            case TimingRelation.PinnedAt(int millis) -> millis;
        };
    }

    /** Sets a line's {@link #number} exactly; a negative one overlaps the previous line (a pinned line goes to 0). */
    public static Edit number(String line, long millis, Ripple ripple) {
        int wanted = Math.clamp(millis, -MOST, MOST);
        return Edit.of("Timing", d -> LineTimes.of(d).of(line).map(s -> numbered(d, s, wanted, ripple)).orElse(d));
    }

    private static Document numbered(Document d, Span span, int millis, Ripple ripple) {
        boolean pinned = d.lines().get(span.index()).relation() instanceof TimingRelation.PinnedAt;
        if (pinned) return related(d, span, new TimingRelation.PinnedAt(Math.max(0, millis)), ripple);
        return related(d, span, millis >= 0 ? new TimingRelation.After(millis) : new TimingRelation.Overlap(-millis), ripple);
    }

    /** Makes a line's start relative to something else; if possible at its current position, else at the default distance. */
    public static Edit kind(String line, Kind kind, Ripple ripple) {
        return Edit.of("Timing", d -> LineTimes.of(d).of(line).map(s -> related(d, s, relation(d, s, kind), ripple)).orElse(d));
    }

    private static TimingRelation relation(Document d, Span span, Kind kind) {
        var before = LineTimes.of(d).spans().subList(0, span.index());
        return switch (kind) {
            case AFTER -> {
                long ended = before.stream().mapToLong(Span::end).max().orElse(0);
                yield new TimingRelation.After(Math.clamp(span.start() - ended, 0, MOST));
            }
            case OVERLAP -> {
                long over = before.isEmpty() ? 0 : before.getLast().end() - span.start();
                yield over > 0 ? new TimingRelation.Overlap((int) Math.min(over, MOST)) : TimingRelation.INTERRUPTS;
            }
            case TOGETHER -> new TimingRelation.Together();
            case PINNED -> new TimingRelation.PinnedAt((int) Math.min(span.start(), MOST));
        };
    }

    private static Document related(Document d, Span span, TimingRelation relation, Ripple ripple) {
        var changed = d.withLines(d.lines().stream().map(l -> l.id().equals(span.line()) ? RelationSolver.timed(l, relation, 0) : l).toList());
        if (ripple == Ripple.ALL) return changed;
        long by = LineTimes.of(changed).of(span.line()).orElseThrow().start() - span.start();
        var wanted = RipplePolicy.of(d, LineTimes.of(d), Set.of(span.line()), ripple, s -> s.speaker() == span.speaker()
                && s.start() >= span.start() ? by : 0);
        return RelationSolver.of(changed, wanted);
    }
}
