package studio.parley.render;

import java.util.Locale;

/**
 * Something about a take that a listener should look at. {@code words} says what was measured; {@code serious} findings are
 * worth another take.
 */
public record Finding(Kind kind, boolean serious, String words) {
    /** What can stand out. */
    public enum Kind { NOTHING_SAID, NO_END, REPEATED_FRAMES, TOO_LONG, TOO_SHORT, SILENT, PAUSE_INSIDE, CLIPPED }

    static Finding serious(Kind kind, String format, Object... values) {
        return new Finding(kind, true, String.format(Locale.ROOT, format, values));
    }

    static Finding minor(Kind kind, String format, Object... values) {
        return new Finding(kind, false, String.format(Locale.ROOT, format, values));
    }
}
