package studio.parley.studio.transcription;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import studio.parley.textnorm.WordComparison;

/** What was heard in a recording against what is written about it. */
public record HeardWords(String written, String heard, WordComparison.Result comparison) {
    private static final int SEVERAL = 2;
    private static final double FAR = 0.2;

    /** Compares; spelling, numbers and contractions make no difference. */
    public static HeardWords of(String written, String heard) {
        return new HeardWords(written, heard, WordComparison.of(written, heard));
    }

    public boolean isSame() {
        return comparison.errors() == 0;
    }

    /** In how many places they differ. */
    public int differences() {
        return comparison.differences().size();
    }

    /** Whether so much differs that the text is hardly a transcript of the recording: a fifth of the words, or several at an edge. */
    public boolean isFarFrom() {
        return comparison.errors() >= SEVERAL && comparison.rate() >= FAR || edges().values().stream().anyMatch(words -> words.strip().contains(" "));
    }

    /** How the written words do not fit the recording's beginning or end. */
    public enum Edge {
        /** The recording begins with words that are not written. */
        SAID_BEFORE,
        /** The first words written are not in the recording. */
        WRITTEN_BEFORE,
        /** The recording goes on after the last word written. */
        SAID_AFTER,
        /** The last words written are not in the recording. */
        WRITTEN_AFTER
    }

    /** What is too much at the beginning and at the end: the words that are only heard or only written. */
    public Map<Edge, String> edges() {
        var out = new EnumMap<Edge, String>(Edge.class);
        for (var d : comparison.differences()) {
            boolean first = written.substring(0, d.from()).chars().noneMatch(Character::isLetterOrDigit);
            boolean last = written.substring(d.to()).chars().noneMatch(Character::isLetterOrDigit);
            boolean missing = d.kind() == WordComparison.Kind.MISSING;
            if (d.kind() == WordComparison.Kind.OTHER || first && last) continue;
            if (first) out.put(missing ? Edge.WRITTEN_BEFORE : Edge.SAID_BEFORE, missing ? written.substring(d.from(), d.to()) : d.heard());
            if (last) out.put(missing ? Edge.WRITTEN_AFTER : Edge.SAID_AFTER, missing ? written.substring(d.from(), d.to()) : d.heard());
        }
        return out;
    }

    /** A line for each difference, then the word error rate. */
    public String report() {
        var lines = comparison.differences().stream().map(this::line).collect(Collectors.toList());
        lines.add(String.format(Locale.ROOT, "%d of %d words differ (%.1f %%)", comparison.errors(), comparison.words(), 100 * comparison.rate()));
        return String.join("\n", lines) + "\n";
    }

    private String line(WordComparison.Difference d) {
        var place = written.substring(d.from(), d.to());
        return switch (d.kind()) {
            case MISSING -> "missing: " + place;
            case OTHER -> "other: " + place + " -> " + d.heard();
            case REPEATED -> "repeated: " + d.heard();
            case EXTRA -> "extra: " + d.heard();
            case AFTER_END -> "after the end: " + d.heard();
        };
    }
}
