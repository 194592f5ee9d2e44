package studio.parley.ui.kit;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.problem.Problem;

/** Times and levels as people type them; invalid input is a {@link Problem} that says how to write it. */
public final class UnitParser {
    private static final Pattern NUMBER = Pattern.compile("([+-]?)\\s*(\\d{1,9}(?:[.,]\\d{0,6})?|[.,]\\d{1,6})\\s*([a-z]*)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):(\\d{1,2}(?:[.,]\\d{0,6})?)");
    private static final Pattern BARE = Pattern.compile("[+-]?\\s*(?:\\d{1,9}(?:[.,]\\d{0,6})?|[.,]\\d{1,6})");
    private static final Pattern SPEED = Pattern.compile("(\\d{1,3}(?:[.,]\\d{0,6})?|[.,]\\d{1,6})\\s*([x\u00d7%]?)");
    private static final long MOST = 1_800_000_000;

    private UnitParser() {}

    /** Milliseconds, with sign: {@code 150}, {@code -300 ms}, {@code 1.5 s}, {@code 1:02.5}. */
    public static long millis(String text) {
        var plain = plain(text);
        var clock = CLOCK.matcher(plain);
        if (clock.matches()) return within(Math.round(Long.parseLong(clock.group(1)) * 60000 + number(clock.group(2)) * 1000), text);
        var found = NUMBER.matcher(plain);
        if (!found.matches()) throw bad("timeline.bad.millis", text);
        double unit = switch (found.group(3)) {
            case "", "ms" -> 1;
            case "s", "sec" -> 1000;
            case "min" -> 60000;
            default -> throw bad("timeline.bad.millis", text);
        };
        return within(Math.round((found.group(1).equals("-") ? -1 : 1) * number(found.group(2)) * unit), text);
    }

    /** Decibels, with sign: {@code -3}, {@code +1.5 dB}. */
    public static double decibels(String text) {
        var found = NUMBER.matcher(plain(text));
        if (!found.matches() || !found.group(3).isEmpty() && !found.group(3).equals("db")) throw bad("timeline.bad.decibels", text);
        return (found.group(1).equals("-") ? -1 : 1) * number(found.group(2));
    }

    /** Milliseconds of a length in seconds: {@code 3.2}, {@code 3.2 s}, {@code 3200 ms}. */
    public static long seconds(String text) {
        return millis(BARE.matcher(plain(text)).matches() ? text.strip() + " s" : text);
    }

    /** Milliseconds from 0 up, a bare number counting as seconds or as milliseconds; nothing if it is no such thing. */
    public static OptionalInt length(String text, boolean inSeconds) {
        try {
            long millis = inSeconds ? seconds(text) : millis(text);
            return millis < 0 ? OptionalInt.empty() : OptionalInt.of((int) millis);
        } catch (Problem none) {
            return OptionalInt.empty();
        }
    }

    /** {@code 3.2 s}. */
    public static String seconds(long millis) {
        return TimeFormat.plainSeconds(millis) + " s";
    }

    /** A difference: {@code +120 ms}, {@code −1.2 s}. */
    public static String signed(long millis) {
        var size = Math.abs(millis) < 1000 ? Math.abs(millis) + " ms" : seconds(Math.abs(millis));
        return (millis < 0 ? "\u2212" : millis > 0 ? "+" : "±") + size;
    }

    /** The speed of a clip, 0.5 to 2: {@code 1.25}, {@code 1.25×}, {@code 125 %}. */
    public static double speed(String text) {
        var found = SPEED.matcher(plain(text));
        if (!found.matches()) throw bad("timeline.bad.speed", text);
        double speed = number(found.group(1)) / (found.group(2).equals("%") ? 100 : 1);
        if (speed < TimeStretch.SLOWEST || speed > TimeStretch.FASTEST) throw bad("timeline.bad.speed", text);
        return speed;
    }

    private static long within(long millis, String text) {
        if (Math.abs(millis) > MOST) throw bad("timeline.bad.millis", text);
        return millis;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(java.util.Locale.ROOT).replace('\u2212', '-').replace('\u2013', '-');
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replace(',', '.'));
    }

    private static Problem bad(String key, String text) {
        return Problem.input(Messages.of(key, text.strip()));
    }
}
