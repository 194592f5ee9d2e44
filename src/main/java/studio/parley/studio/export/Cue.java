package studio.parley.studio.export;

import java.util.List;

/**
 * One subtitle; times in milliseconds.
 *
 * @param number its identifier
 * @param speaker may be empty
 * @param words of the text, in order, with their times; empty if these are unknown
 */
public record Cue(int number, long from, long to, String speaker, String text, List<TimedWord> words) {
    /** A word with its punctuation, and when it is spoken. */
    public record TimedWord(String text, long from, long to) {}
}
