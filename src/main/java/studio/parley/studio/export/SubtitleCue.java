package studio.parley.studio.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    /** {@code 01:02:03.456}, with the given separator before the milliseconds. */
    public static String clock(double seconds, char point) {
        long ms = Math.round(seconds * 1000);
        return String.format(Locale.ROOT, "%02d:%02d:%02d%c%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, point, ms % 1000);
    }

    /** Seconds with a fixed number of decimals. */
    static String seconds(double seconds, int decimals) {
        return BigDecimal.valueOf(seconds).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
