package studio.parley.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way in which speech may differ from a text: instead of some of its words others are said.
 *
 * @param from and {@code to}: the words; equal where something is added before word {@code from}
 * @param said with their punctuation; empty where words are missing
 */
public record Departure(Kind kind, int from, int to, List<String> said) {
    /** What happened. */
    public enum Kind {
        /** One word is missing. */
        MISSING,
        /** One word is said twice. */
        REPEATED,
        /** A word and the next one have changed places. */
        SWAPPED,
        /** Anything else. */
        OTHER
    }

    public Departure {
        said = List.copyOf(said);
    }

    /** What is said. */
    public List<String> applied(List<String> words) {
        var out = new ArrayList<>(words.subList(0, from));
        out.addAll(said);
        out.addAll(words.subList(to, words.size()));
        return out;
    }

    /** Empty if there is no other word. The mark at the end of a sentence and the capital letter at its beginning stay. */
    static List<Departure> missing(List<String> words, int k) {
        if (words.size() == 1) return List.of();
        if (k == 0) return List.of(new Departure(Kind.MISSING, 0, 2, List.of(capital(words.get(1)))));
        if (k < words.size() - 1) return List.of(new Departure(Kind.MISSING, k, k + 1, List.of()));
        return List.of(new Departure(Kind.MISSING, k - 1, k + 1, List.of(plain(words.get(k - 1)) + mark(words.get(k)))));
    }

    static Departure repeated(List<String> words, int k) {
        var word = words.get(k);
        return new Departure(Kind.REPEATED, k, k + 1, List.of(plain(word), k == 0 ? small(word) : word));
    }

    /** Word {@code k} and the next one. */
    static Departure swapped(List<String> words, int k) {
        var first = words.get(k);
        var second = words.get(k + 1);
        var before = plain(second) + mark(first);
        var after = plain(first) + mark(second);
        return new Departure(Kind.SWAPPED, k, k + 2, k == 0 ? List.of(capital(before), small(after)) : List.of(before, after));
    }

    /** The word without the marks behind it. */
    static String plain(String word) {
        int end = word.length();
        while (end > 1 && !Character.isLetterOrDigit(word.charAt(end - 1)) && word.charAt(end - 1) != '\'') end--;
        return word.substring(0, end);
    }

    private static String mark(String word) {
        return word.substring(plain(word).length());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** "I" stays as it is. */
    private static String small(String word) {
        return word.matches("I\\b.*") ? word : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
