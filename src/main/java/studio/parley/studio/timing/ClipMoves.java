package studio.parley.studio.timing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.timing.LineTimes.Span;

/**
 * Moves clips along the timeline. The position where a clip is dropped becomes its relation: after all earlier lines {@code After}, over
 * the previous line {@code Overlap} (or {@code Together}), before that {@code PinnedAt}; a pinned line stays pinned. Apply an edit to the
 * document to draw a drag in progress; commit it once, when the mouse is released.
 */
public final class ClipMoves {
    private ClipMoves() {}

    /** Moves clips by a distance in milliseconds, the earliest not before 0. */
    public static Edit by(Collection<String> lines, long distance, Ripple ripple) {
        return Edit.of(label(lines), d -> moved(d, Set.copyOf(lines), distance, ripple));
    }

    /** Like {@link #by}, in small steps with a key: consecutive ones become one step of the history. */
    public static Edit nudge(Collection<String> lines, long distance, Ripple ripple) {
        return Edit.joining("Nudge", "nudge/" + lines, d -> moved(d, Set.copyOf(lines), distance, ripple));
    }

    /** Moves clips by a distance and to the track of another speaker, who then speaks them: their takes are stale. */
    public static Edit onto(Collection<String> lines, long distance, int speaker, Ripple ripple) {
        var moved = by(lines, distance, ripple);
        var assigned = LineEdits.speaker(lines, speaker);
        return Edit.of(label(lines), d -> {
            boolean there = d.conversation().speakers().stream().anyMatch(s -> s.number() == speaker);
            if (!there) return d;
            var placed = moved.change().apply(d);
            return RelationSolver.keeping(assigned.change().apply(placed), LineTimes.of(placed));
        });
    }

    /** Pins lines at their current position, whatever happens around them. */
    public static Edit pin(Collection<String> lines) {
        var chosen = Set.copyOf(lines);
        return Edit.of("Pin", d -> {
            var times = LineTimes.of(d);
            return d.withLines(d.lines().stream().map(l -> chosen.contains(l.id()) ? RelationSolver.pinned(l,
                    times.of(l.id()).orElseThrow().start()) : l).toList());
        });
    }

    /** Unpins lines at their current position. */
    public static Edit unpin(Collection<String> lines) {
        var chosen = Set.copyOf(lines);
        return Edit.of("Unpin", d -> {
            var times = LineTimes.of(d);
            var loose = d.withLines(d.lines().stream().map(l -> chosen.contains(l.id()) ? RelationSolver.loose(l) : l).toList());
            return RelationSolver.keeping(loose, times);
        });
    }

    private static Document moved(Document d, Set<String> lines, long distance, Ripple ripple) {
        var times = LineTimes.of(d);
        var dragged = times.spans().stream().filter(s -> lines.contains(s.line())).toList();
        if (dragged.isEmpty()) return d;
        long by = Math.max(distance, -dragged.stream().mapToLong(Span::start).min().getAsLong());
        var from = new HashMap<Integer, Long>();
        for (var s : dragged) from.merge(s.speaker(), s.start(), Math::min);
        var wanted = RipplePolicy.of(d, times, lines, ripple, s -> s.start() >= from.getOrDefault(s.speaker(), Long.MAX_VALUE) ? by : 0);
        for (var s : dragged) wanted.put(s.line(), s.start() + by);
        return RelationSolver.of(d, wanted);
    }

    private static String label(Collection<String> lines) {
        return lines.size() == 1 ? "Move clip" : "Move " + lines.size() + " clips";
    }
}
