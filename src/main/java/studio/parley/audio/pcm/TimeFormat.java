package studio.parley.audio.pcm;

import java.math.BigDecimal;
import java.util.Locale;

/** Times as text; the same in every language. */
public final class TimeFormat {
    private TimeFormat() {}

    /** {@code 0:04}, {@code 0:04.25}, {@code 1:02:03}: with so many digits behind the point, hours only when there are any. */
    public static String clock(double seconds, int digits) {
        long unit = (long) Math.pow(10, digits);
        long units = Math.max(0, Math.round(seconds * unit));
        long s = units / unit;
        var head = s < 3600 ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
        return digits == 0 ? head : head + String.format(Locale.ROOT, ".%0" + digits + "d", units % unit);
    }

    /** {@code 01:02:03.456}, with the given sign before the milliseconds, as subtitles and chapters have it. */
    public static String stamp(long millis, char point) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d%c%03d", millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, point, millis % 1000);
    }

    /** {@code 1.4 s}. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** Seconds without needless zeros: 600 is {@code 0.6}. */
    public static String plainSeconds(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    /** About how long something will take: {@code 4 s}, {@code 3 min}, {@code 1 h 20 min}. */
    public static String about(double seconds) {
        long s = Math.max(0, Math.round(seconds));
        if (s < 90) return s + " s";
        long minutes = Math.round(s / 60.0);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
