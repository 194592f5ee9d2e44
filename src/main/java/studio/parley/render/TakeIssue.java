package studio.parley.render;

import java.util.Locale;

/**
 * Something about a take that a listener should check. {@code words} says what was measured; {@code serious} issues justify another take.
 */
public record TakeIssue(Kind kind, boolean serious, String words) {
    /** The kinds of issues. */
    public enum Kind { NOTHING_SAID, NO_END, REPEATED_FRAMES, TOO_LONG, TOO_SHORT, SILENT, PAUSE_INSIDE, CLIPPED }

    static TakeIssue serious(Kind kind, String format, Object... values) {
        return new TakeIssue(kind, true, String.format(Locale.ROOT, format, values));
    }

    static TakeIssue minor(Kind kind, String format, Object... values) {
        return new TakeIssue(kind, false, String.format(Locale.ROOT, format, values));
    }
}
