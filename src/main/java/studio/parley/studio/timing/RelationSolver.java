package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimelineBuilder;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.model.Document;

/**
 * Finds the relations that bring lines to given positions. One pass over the script, so that a decision for a line is taken into account
 * for later ones; a line that already is at its position keeps its relation.
 */
final class RelationSolver {
    private RelationSolver() {}

    /** @param wanted start in milliseconds by line id; other lines keep their relations and move accordingly */
    static Document of(Document document, Map<String, Long> wanted) {
        return of(document, (line, start, length) -> wanted.getOrDefault(line.id(), start));
    }

    /** The position of a line that would start at {@code start} without a change; in milliseconds, called in the order of the script. */
    interface Placing {
        long start(Line line, long start, long length);
    }

    static Document of(Document document, Placing placing) {
        var laying = new TimelineBuilder(1000);
        var lines = new ArrayList<Line>();
        for (var line : document.lines()) {
            long length = LineTimes.length(document, line);
            long start = laying.start(line);
            long target = placing.start(line, start, length);
            var next = start == target ? line : at(laying, line, Math.max(0, target), length > 0);
            laying.place(next, laying.start(next), length);
            lines.add(next);
        }
        return document.withLines(lines);
    }

    /** The document with every line at its position, as far as it still exists. */
    static Document keeping(Document document, LineTimes times) {
        var wanted = new HashMap<String, Long>();
        for (var span : times.spans()) wanted.put(span.line(), span.start());
        return of(document, wanted);
    }

    /** The line with the relation for its position. */
    private static Line at(TimelineBuilder laying, Line line, long start, boolean heard) {
        if (line.relation() instanceof TimingRelation.PinnedAt) return pinned(line, start);
        // The position of a line without a take is inaudible; it must not become an interruption once the line is rendered.
        if (!heard) return line.relation() instanceof TimingRelation.After ? after(laying, line, Math.max(start, laying.ended())) : line;
        if (laying.isFirst()) return start <= Line.LONGEST_PAUSE ? timed(line, line.relation(), start) : pinned(line, start);
        if (start >= laying.ended()) return after(laying, line, start);
        if (start < laying.turnStart()) return pinned(line, start);
        if (start == laying.turnStart() && laying.lastEnd() > start) return timed(line, new TimingRelation.Together(), 0);
        if (start <= laying.lastEnd()) return timed(line, new TimingRelation.Overlap(clamped(laying.lastEnd() - start)), 0);
        // The previous line is over, an earlier one still plays: a pause after the previous line expresses that.
        long wait = start - laying.lastEnd();
        return wait <= Line.LONGEST_PAUSE ? timed(line, new TimingRelation.Overlap(0), wait) : pinned(line, start);
    }

    /** Keeps the line's pause as far as there is space for it. */
    private static Line after(TimelineBuilder laying, Line line, long start) {
        if (laying.isFirst()) return line;
        long gap = start - laying.ended();
        long pause = line.pauseMillis() <= gap ? line.pauseMillis() : 0;
        return timed(line, new TimingRelation.After(clamped(gap - pause)), pause);
    }

    static Line pinned(Line line, long start) {
        long pause = line.relation() instanceof TimingRelation.PinnedAt && line.pauseMillis() <= start ? line.pauseMillis() : 0;
        return timed(line, new TimingRelation.PinnedAt(clamped(start - pause)), pause);
    }

    static Line loose(Line line) {
        return line.relation() instanceof TimingRelation.PinnedAt ? timed(line, new TimingRelation.After(0), 0) : line;
    }

    private static int clamped(long millis) {
        return Math.clamp(millis, 0, 1_800_000_000);
    }

    static Line timed(Line l, TimingRelation relation, long pause) {
        return l.withTiming(relation, (int) pause);
    }
}
