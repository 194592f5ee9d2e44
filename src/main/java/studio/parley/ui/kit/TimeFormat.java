package studio.parley.ui.kit;

import java.util.Locale;

/** Times as people read them. */
public final class TimeFormat {
    private TimeFormat() {}

    /** {@code 1:02:03.4} or {@code 0:04.1}: hours only when there are any. */
    public static String tenths(double seconds) {
        long tenths = Math.max(0, Math.round(seconds * 10));
        long whole = tenths / 10;
        var tail = String.format(Locale.ROOT, "%02d.%d", whole % 60, tenths % 10);
        return whole < 3600 ? whole / 60 + ":" + tail : String.format(Locale.ROOT, "%d:%02d:%s", whole / 3600, whole / 60 % 60, tail);
    }

    /** {@code 1:02:03} or {@code 0:04}: without tenths, for times that are not known so well. */
    public static String whole(double seconds) {
        var precise = tenths(Math.round(seconds));
        return precise.substring(0, precise.length() - 2);
    }

    /** {@code 1.4 s}. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** About how long something will take: {@code 4 s}, {@code 3 min}, {@code 1 h 20 min}. */
    public static String about(double seconds) {
        long s = Math.max(0, Math.round(seconds));
        if (s < 90) return s + " s";
        long minutes = Math.round(s / 60.0);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
