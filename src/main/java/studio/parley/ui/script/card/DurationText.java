package studio.parley.ui.script.card;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** Durations as typed in fields. */
final class DurationText {
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1_800_000_000L);

    private DurationText() {}

    /** Milliseconds of a number of milliseconds or seconds, with comma or point and an optional unit; empty if it is not a number. */
    static OptionalInt millis(String typed, boolean seconds) {
        var text = typed.strip().replace(',', '.').toLowerCase(java.util.Locale.ROOT);
        boolean inSeconds = seconds;
        if (text.endsWith("ms")) {
            inSeconds = false;
            text = text.substring(0, text.length() - 2).strip();
        } else if (text.endsWith("s")) {
            inSeconds = true;
            text = text.substring(0, text.length() - 1).strip();
        }
        if (!text.matches("\\+?\\d{0,10}(\\.\\d{0,9})?") || text.chars().noneMatch(Character::isDigit)) return OptionalInt.empty();
        var number = new BigDecimal(text.startsWith(".") ? "0" + text : text);
        var millis = inSeconds ? number.movePointRight(3) : number;
        return millis.compareTo(LONGEST) > 0 ? OptionalInt.empty() : OptionalInt.of(millis.setScale(0, java.math.RoundingMode.HALF_UP).intValue());
    }

    /** Seconds without trailing zeros: 600 is "0.6". */
    static String seconds(int millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }
}
