package studio.parley.studio.timing;

import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.ClipEdges;
import studio.parley.studio.timing.LineTimes.Span;

/** Keeps the edges of a clip out of its words. */
public record WordEdges(Document document, Span span, WordTimes times) {
    /** The moment itself, in milliseconds on the timeline, if no known word of the clip is cut there; else that beside the word. */
    public long outside(long at) {
        var line = document.lines().get(span.index());
        return line.sounding().map(take -> {
            var own = document.decoration(line.id());
            long start = ClipEdges.of(take, own).start() - span.start();
            double inside = ClipEdges.taken(at + start, own.speed()) / 1000.0;
            double moved = times.of(document, line, take).outside(inside);
            return moved == inside ? at : ClipEdges.heard(Math.round(1000 * moved), own.speed()) - start;
        }).orElse(at);
    }
}
