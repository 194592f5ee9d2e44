package studio.parley.studio.transcription;

import java.util.Locale;
import java.util.stream.Collectors;
import studio.parley.textnorm.WordComparison;

/** What was heard in a recording against what is written about it. */
public record HeardWords(String written, String heard, WordComparison.Result comparison) {
    /** Compares; spelling, numbers and contractions make no difference. */
    public static HeardWords of(String written, String heard) {
        return new HeardWords(written, heard, WordComparison.of(written, heard));
    }

    public boolean isSame() {
        return comparison.errors() == 0;
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
