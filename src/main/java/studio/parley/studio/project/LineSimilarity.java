package studio.parley.studio.project;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import studio.parley.dialogue.Line;

/** A line for comparison: its speaker and its words with their frequency, ignoring case and punctuation. */
record LineSimilarity(int speaker, Map<String, Integer> words, int count) {
    /** Lines of the same speaker are one edited line if they share this fraction of their words, */
    private static final double SAME_SPEAKER = 0.3;
    /** and those of different speakers if they share this fraction. */
    private static final double OTHER_SPEAKER = 0.6;
    private static final double NEARLY = 0.75;
    private static final int ENOUGH_WORDS = 3;
    /** The weights of the speaker, and of a pair that only its position suggests. */
    private static final double SPEAKER = 0.2;
    private static final double PLACE = 0.05;

    static LineSimilarity of(Line line) {
        var words = new HashMap<String, Integer>();
        int count = 0;
        for (var word : line.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")) {
            if (word.isEmpty()) continue;
            words.merge(word, 1, Integer::sum);
            count++;
        }
        return new LineSimilarity(line.speaker(), words, count);
    }

    /** The fraction of common words, 0 to 1. */
    double words(LineSimilarity other) {
        if (count + other.count == 0) return 0;
        int common = 0;
        for (var e : words.entrySet()) common += Math.min(e.getValue(), other.words.getOrDefault(e.getKey(), 0));
        return 2.0 * common / (count + other.count);
    }

    /** How likely one became the other by editing; 0: not at all. */
    double to(LineSimilarity other, boolean samePlace) {
        double share = words(other);
        if (speaker == other.speaker) return share >= SAME_SPEAKER ? share + SPEAKER : samePlace ? PLACE : 0;
        return share >= OTHER_SPEAKER ? share : 0;
    }

    /** Whether one is almost certainly the other, wherever it is. */
    boolean isNearly(LineSimilarity other) {
        return speaker == other.speaker && Math.min(count, other.count) >= ENOUGH_WORDS && words(other) >= NEARLY;
    }
}
