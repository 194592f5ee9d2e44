package studio.parley.studio.document.model;

import java.util.function.ToLongFunction;
import studio.parley.dialogue.Line;
import studio.parley.speech.text.DurationEstimate;

/** Estimates the length of lines before they are rendered, from their text as it will be spoken. */
public final class EstimatedLength {
    private EstimatedLength() {}

    /**
     * Length of a line in milliseconds: that of its take in use, untrimmed, if there is one, else an estimate from its text; 0 for a silent
     * one.
     */
    public static long millis(Document document, Line line) {
        return of(document).applyAsLong(line);
    }

    /** The same for any line: for many lines of one document. */
    public static ToLongFunction<Line> of(Document document) {
        var spoken = document.spokenTexts();
        return line -> !line.isSpoken() ? 0 : line.sounding().map(t -> Math.ceilDiv(t.samples() * 1000, (long) t.rate()))
                .orElseGet(() -> Math.round(1000 * DurationEstimate.seconds(spoken.apply(line))));
    }

    /** Seconds for text spoken at an unhurried pace. */
    public static double seconds(String words) {
        return DurationEstimate.seconds(words);
    }

    /** Total milliseconds of all lines without gaps: how much there is to play and to render. */
    public static long millis(Document document) {
        return document.lines().stream().mapToLong(of(document)).sum();
    }
}
