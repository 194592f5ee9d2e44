package studio.parley.studio.timing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.parley.dialogue.AllowedText;
import studio.parley.speech.text.DurationEstimate;

/** Where a text can be split between two words. */
public final class WordBreaks {
    private WordBreaks() {}

    /** The positions before all words but the first, also in scripts without spaces. */
    public static List<Integer> of(String text) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        var places = new AllowedText.Boundaries(text);
        var out = new ArrayList<Integer>();
        boolean first = true;
        for (int from = words.first(), to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            if (!Character.isLetterOrDigit(text.codePointAt(from))) continue;
            int place = opening(text, from);
            boolean parted = place > 0 && (Character.isWhitespace(text.charAt(place - 1)) || isUnspaced(text.codePointAt(from)));
            if (!first && parted && places.contains(place)) out.add(place);
            first = false;
        }
        return out;
    }

    /** How much of a text has been spoken at a place of it, 0 to 1, by the length of its words. */
    public static double share(String text, int place) {
        double all = spoken(text);
        return all == 0 ? 0 : spoken(text.substring(0, place)) / all;
    }

    /** The break nearest to where a fraction (0 to 1) of the text has been spoken; the text's end if there is none. */
    public static int near(String text, double share) {
        double all = spoken(text);
        int best = text.length();
        double nearest = Double.POSITIVE_INFINITY;
        for (int place : of(text)) {
            double distance = Math.abs(spoken(text.substring(0, place)) - share * all);
            if (distance >= nearest) continue;
            nearest = distance;
            best = place;
        }
        return best;
    }

    /** The place itself, or behind the punctuation there that ends a word: no part of a line begins with the full stop of the one before. */
    public static int afterPunctuation(String text, int place) {
        if (place == 0 || Character.isWhitespace(text.charAt(place - 1))) return place;
        int end = place;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && !Character.isLetterOrDigit(text.codePointAt(end))) end++;
        return end < text.length() && Character.isWhitespace(text.charAt(end)) ? end : place;
    }

    /** Quotation marks and brackets before a word belong to it. */
    private static int opening(String text, int word) {
        int place = word;
        while (place > 0 && !Character.isWhitespace(text.charAt(place - 1)) && !Character.isLetterOrDigit(text.charAt(place - 1))
                && "\"'“‘«„([¿¡「『".indexOf(text.charAt(place - 1)) >= 0) place--;
        return place;
    }

    /** Whether a letter belongs to a script without spaces between words. */
    static boolean isUnspaced(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static double spoken(String text) {
        return DurationEstimate.seconds(text) - DurationEstimate.seconds("");
    }
}
