package studio.parley.studio.document;

import studio.parley.dialogue.Line;
import studio.parley.speech.ExpectedLength;

/** How long lines will be, before they are rendered: from their words as they will be spoken. */
public final class EstimatedLength {
    private EstimatedLength() {}

    /** Milliseconds a line takes: of its sounding take, untrimmed, if there is one, else as its words let expect; 0 for a silent one. */
    public static long millis(Document document, Line line) {
        if (!line.isSpoken()) return 0;
        return line.sounding().map(t -> Math.ceilDiv(t.samples() * 1000, (long) t.rate()))
                .orElseGet(() -> Math.round(1000 * ExpectedLength.seconds(document.spokenText(line))));
    }

    /** Seconds that words take when they are said without haste. */
    public static double seconds(String words) {
        return ExpectedLength.seconds(words);
    }

    /** Milliseconds of all lines one after the other, without gaps: how much there is to hear and to render. */
    public static long millis(Document document) {
        return document.lines().stream().mapToLong(l -> millis(document, l)).sum();
    }
}
