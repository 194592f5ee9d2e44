package studio.parley.studio.document.model;

import java.util.function.ToLongFunction;
import studio.parley.dialogue.Line;
import studio.parley.speech.DurationEstimate;

/** How long lines will be, before they are rendered: from their words as they will be spoken. */
public final class EstimatedLength {
    private EstimatedLength() {}

    /** Milliseconds a line takes: of its sounding take, untrimmed, if there is one, else as its words let expect; 0 for a silent one. */
    public static long millis(Document document, Line line) {
        return of(document).applyAsLong(line);
    }

    /** The same of any line: for many of one document. */
    public static ToLongFunction<Line> of(Document document) {
        var spoken = document.spokenTexts();
        return line -> !line.isSpoken() ? 0 : line.sounding().map(t -> Math.ceilDiv(t.samples() * 1000, (long) t.rate()))
                .orElseGet(() -> Math.round(1000 * DurationEstimate.seconds(spoken.apply(line))));
    }

    /** Seconds that words take when they are said without haste. */
    public static double seconds(String words) {
        return DurationEstimate.seconds(words);
    }

    /** Milliseconds of all lines one after the other, without gaps: how much there is to hear and to render. */
    public static long millis(Document document) {
        return document.lines().stream().mapToLong(of(document)).sum();
    }
}
