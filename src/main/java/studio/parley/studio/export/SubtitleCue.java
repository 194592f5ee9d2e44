package studio.parley.studio.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.parley.studio.export.Arrangement.Part;

/** Times and text for subtitles and lists; milliseconds. */
public final class SubtitleCue {
    private SubtitleCue() {}

    /** The parts with text, ordered by start; a pinned line may play before one above it in the script. */
    static List<Part> byTime(Arrangement arrangement) {
        var parts = new ArrayList<>(arrangement.parts());
        parts.removeIf(p -> !p.line().isSpoken());
        parts.sort(Comparator.comparingLong(Part::start));
        return parts;
    }

    /** Seconds with a fixed number of decimals. */
    static String seconds(double seconds, int decimals) {
        return BigDecimal.valueOf(seconds).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
