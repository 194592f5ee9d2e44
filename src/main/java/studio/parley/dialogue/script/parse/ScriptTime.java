package studio.parley.dialogue.script.parse;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Times in scripts: {@code 1:02:03.456}, {@code 02:03,4}, {@code 12.5}; milliseconds inside. */
public final class ScriptTime {
    private static final Pattern TIME = Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,2}):)?(\\d{1,7})(?:[.,](\\d{1,9}))?");

    private ScriptTime() {}

    /** Milliseconds of a time; empty if it is not valid or longer than 500 hours. */
    public static OptionalInt millis(String text) {
        var match = TIME.matcher(text.strip());
        if (!match.matches()) return OptionalInt.empty();
        long seconds = 3600 * number(match.group(1)) + 60 * number(match.group(2)) + number(match.group(3));
        var fraction = match.group(4) == null ? "0" : match.group(4);
        long millis = seconds * 1000 + new BigDecimal("0." + fraction).movePointRight(3).longValue();
        return millis > 500 * 3_600_000L ? OptionalInt.empty() : OptionalInt.of((int) millis);
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
