package studio.parley.ui.kit;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a few typed letters match a text: every word of the query must be found, with its letters in order. */
public final class FuzzyMatcher {
    private static final int START = 8;
    private static final int NEXT = 5;

    private FuzzyMatcher() {}

    /** Higher is better; empty: no match. An empty query matches everything equally. */
    public static OptionalInt score(String query, String text) {
        int sum = 0;
        var lower = text.toLowerCase(Locale.ROOT);
        for (var word : query.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (word.isEmpty()) continue;
            int best = word(word, lower);
            if (best < 0) return OptionalInt.empty();
            sum += best;
        }
        return OptionalInt.of(sum);
    }

    private static int word(String word, String text) {
        int best = -1;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            best = Math.max(best, word.length() * (NEXT + 2) + (isStart(text, at) ? 2 * START : 0) + Math.max(0, 10 - at));
        }
        if (best >= 0) return best;
        for (int from = text.indexOf(word.charAt(0)); from >= 0; from = text.indexOf(word.charAt(0), from + 1)) {
            best = Math.max(best, letters(word, text, from));
        }
        return best;
    }

    /** Letters in order from a position on; -1 if they are not all there. */
    private static int letters(String word, String text, int from) {
        int score = 0;
        int last = from - 1;
        int at = from;
        for (int i = 0; i < word.length(); i++) {
            at = text.indexOf(word.charAt(i), at);
            if (at < 0) return -1;
            if (isStart(text, at)) score += START;
            else if (at == last + 1) score += NEXT;
            last = at++;
        }
        return score;
    }

    private static boolean isStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
