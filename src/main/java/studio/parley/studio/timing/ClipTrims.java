package studio.parley.studio.timing;

import java.util.Set;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.ClipEdges;
import studio.parley.studio.timing.LineTimes.Span;

/** Trims clips by dragging an edge: the other edge stays, and nothing is lost, because the edge can be dragged back. */
public final class ClipTrims {
    /** The minimum length of a clip when dragging, in milliseconds. */
    public static final long SHORTEST = 20;

    private ClipTrims() {}

    /** Moves the left edge to a time, as far as there is audio; the right edge and all other clips stay. */
    public static Edit start(String line, long at) {
        return Edit.of("Trim start", d -> LineTimes.of(d).of(line).filter(Span::isHeard).map(s -> start(d, s, at)).orElse(d));
    }

    /** Moves the right edge to a time, as far as there is audio; the left edge stays, later clips move according to {@code ripple}. */
    public static Edit end(String line, long at, Ripple ripple) {
        return Edit.of("Trim end", d -> LineTimes.of(d).of(line).filter(Span::isHeard).map(s -> end(d, s, at, ripple)).orElse(d));
    }

    /** How far an edge can be dragged: from the earliest start of the clip's audio to the latest end, in milliseconds. */
    public static Span reach(Document d, Span span) {
        var own = d.decoration(span.line());
        var take = d.lines().get(span.index()).sounding();
        if (take.isEmpty()) return span;
        var heard = ClipEdges.of(take.get(), own);
        var most = ClipEdges.untrimmed(take.get(), own);
        return new Span(span.line(), span.index(), span.speaker(), Math.max(0, span.start() - heard.start() + most.start()),
                span.end() - heard.end() + most.end());
    }

    private static Document start(Document d, Span span, long at) {
        long to = Math.min(Math.max(at, reach(d, span).start()), Math.max(span.start(), span.end() - SHORTEST));
        var own = d.decoration(span.line());
        int trim = (int) (own.trimStartMillis() + moved(d, span, true, to - span.start()));
        var trimmed = d.with(span.line(), own.withTrim(Math.max(0, trim), own.trimEndMillis()));
        var wanted = RipplePolicy.of(d, LineTimes.of(d), Set.of(span.line()), Ripple.OFF, s -> 0);
        wanted.put(span.line(), span.end() - LineTimes.length(trimmed, d.lines().get(span.index())));
        return RelationSolver.of(trimmed, wanted);
    }

    private static Document end(Document d, Span span, long at, Ripple ripple) {
        long to = Math.max(Math.min(at, reach(d, span).end()), Math.min(span.end(), span.start() + SHORTEST));
        var own = d.decoration(span.line());
        int trim = (int) (own.trimEndMillis() - moved(d, span, false, to - span.end()));
        var trimmed = d.with(span.line(), own.withTrim(own.trimStartMillis(), Math.max(0, trim)));
        long longer = LineTimes.length(trimmed, d.lines().get(span.index())) - span.length();
        var wanted = RipplePolicy.of(d, LineTimes.of(d), Set.of(span.line()), ripple,
                s -> s.speaker() == span.speaker() && s.start() >= span.start() ? longer : 0);
        if (ripple != Ripple.ALL) wanted.put(span.line(), span.start());
        return RelationSolver.of(trimmed, wanted);
    }

    /** How far an edge moves within the take when it moves on the timeline, in the take's own milliseconds. */
    private static long moved(Document d, Span span, boolean start, long by) {
        var own = d.decoration(span.line());
        var edges = ClipEdges.of(d.lines().get(span.index()).sounding().orElseThrow(), own);
        long edge = start ? edges.start() : edges.end();
        return ClipEdges.taken(edge + by, own.speed()) - ClipEdges.taken(edge, own.speed());
    }
}
