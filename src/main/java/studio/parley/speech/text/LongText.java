package studio.parley.speech.text;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits a text that is too long to be generated at once into pieces of about equal length: at the ends of sentences, within a long
 * sentence at its clauses, within a long clause between words, and within an endless word between characters. Only spaces at the cuts are
 * lost. Linear in the text.
 */
public final class LongText {
    /** Voices drift in longer pieces, and twice that must be reserved in a context of 2048 positions (164 s). */
    static final double MOST_SECONDS = 20;
    /** At least as many as a text has tokens. */
    static final int MOST_BYTES = 800;
    private static final Pattern CLAUSE_END = Pattern.compile("(?<=[,;:\u2014\u3001\uff0c\uff1b\uff1a])\\s*|(?<=\\s[-\u2013])\\s+");
    private static final Pattern WORD_END = Pattern.compile("(?<=\\s)(?=\\S)");

    private LongText() {}

    /** The text itself if it is short enough. */
    public static List<String> pieces(String text) {
        return fits(text) ? List.of(text) : split(text, 0).stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    public static boolean fits(String text) {
        return DurationEstimate.seconds(text) <= MOST_SECONDS && bytes(text) <= MOST_BYTES;
    }

    private static int bytes(String text) {
        return text.length() > MOST_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<String> split(String text, int depth) {
        var units = new ArrayList<String>();
        for (var unit : units(text, depth)) {
            if (fits(unit)) units.add(unit);
            else units.addAll(split(unit, depth + 1));
        }
        return packed(units);
    }

    private static List<String> units(String text, int depth) {
        return switch (depth) {
            case 0 -> broken(BreakIterator.getSentenceInstance(Locale.ROOT), text);
            case 1 -> List.of(CLAUSE_END.split(text));
            case 2 -> List.of(WORD_END.split(text));
            default -> broken(BreakIterator.getCharacterInstance(Locale.ROOT), text);
        };
    }

    private static List<String> broken(BreakIterator breaks, String text) {
        var out = new ArrayList<String>();
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) out.add(text.substring(from, to));
        return out;
    }

    /** Joins neighbours into pieces that fit, none much shorter than the others. */
    private static List<String> packed(List<String> units) {
        double total = units.stream().mapToDouble(LongText::weight).sum();
        double aim = total / Math.ceil(total);
        var out = new ArrayList<String>();
        var piece = new StringBuilder();
        double held = 0;
        for (var unit : units) {
            double more = weight(unit);
            if (!piece.isEmpty() && (held + more > 1 || held + more / 2 > aim)) {
                out.add(piece.toString());
                piece.setLength(0);
                held = 0;
            }
            piece.append(unit);
            held += more;
        }
        if (!piece.isEmpty()) out.add(piece.toString());
        return out;
    }

    /** The fraction of a piece that a text fills; what fits is at most about 1. */
    private static double weight(String text) {
        return Math.max((DurationEstimate.seconds(text) - DurationEstimate.seconds("")) / (MOST_SECONDS - DurationEstimate.seconds("")),
                text.getBytes(StandardCharsets.UTF_8).length / (double) MOST_BYTES);
    }
}
