package studio.parley.dialogue.script.parse;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as transcripts and chats print it before or after a name: {@code [00:01:02]}, {@code 0:03}, {@code 12/03/24, 18:02:11 -},
 * {@code Today at 6:02 PM}.
 *
 * @param millis since the beginning; empty for a time of day
 * @param bracketed is in brackets
 * @param dated has a date
 */
public record PrintedTime(OptionalInt millis, boolean bracketed, boolean dated) {
    private static final String MONTH = "(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\\p{L}{0,7}\\.?";
    private static final String DAY = "(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{1,2}\\.\\d{1,2}\\.|\\d{1,2}(?:st|nd|rd|th)?\\.?[ -]" + MONTH + "(?:,?[ -]\\d{2,4})?|"
            + MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|today|yesterday|heute|gestern|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)";
    private static final String DATE = "(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}{0,6},? )?" + DAY + ",?)";
    private static final String CLOCK = "\\d{1,3}:\\d{2}(?::\\d{2}){0,2}(?:[.,]\\d{1,3})?";
    /** After a date and before a dash, as in Finnish and Danish chats. */
    private static final String DOTTED = "(?<=\\d,?\\s|klo\\s|kl\\.?\\s)\\d{1,2}\\.\\d{2}(?=\\s[-–]\\s)";
    private static final String HALF = "(?:\\s?[ap]\\.?m\\b\\.?)?";
    private static final String ZONE = "(?:\\s?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[CEP][ES]?[SD]?T))?";
    private static final String TIME = "(?<date>" + DATE + "[T ]?(?:\\s*(?:at|um|à|a las|alle|klo|kl\\.?|-|–|—)\\s+)?\\s?)?"
            + "(?<clock>" + CLOCK + "|" + DOTTED + ")(?<half>" + HALF + ")" + ZONE
            + "(?<behind>,\\s*" + DATE + "|\\s+\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4})?" + "(?:\\s?(?:-{1,2}>|→|–|—|-|to|/)\\s?" + CLOCK + HALF + ")?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern LEADING = Pattern.compile("(?<open>[\\[(<{]\\s?)?" + TIME + "\\s?(?:[\\])>}]|(?=[\\s:|–—-]|$))\\s*(?:[-–—|•·]\\s|:\\s|:$)?\\s*(?<rest>.*)", FLAGS);
    private static final Pattern TRAILING = Pattern.compile("(?<name>[^:]{1,100}?|[^:]{1,80}?:)(?:\\s*[,|•·—–@-])?\\s*(?<open>[\\[(<{]\\s?)?(?<!\\d)" + TIME
            + "\\s?[\\])>}]?\\s*(?<colon>[:：](?=\\s|$))?\\s*(?<rest>.*)", FLAGS);
    /** A bracket before the time that is not closed there. */
    private static final Pattern OPENED = Pattern.compile("[\\[(<{][^\\])>}]*");
    private static final Pattern DAY_ALONE = Pattern.compile("[-–—=*\\s\\[]*" + DATE + "[-–—=*\\s\\]]*", FLAGS);
    private static final Pattern INSIDE = Pattern.compile("\\s?[\\[(]\\s?(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,:]\\d{1,3})?\\s?[\\])]");

    /** A line that begins with a time, and what follows. */
    public record Before(PrintedTime stamp, String rest) {}

    /** A line with a name, a time and what follows; {@code colon} is after the time. */
    public record After(String name, PrintedTime stamp, boolean colon, String rest) {
        /** A colon after the name or after the time. */
        public boolean hasColon() {
            return colon || name.endsWith(":");
        }

        /** A colon or the end of the line separates name and time from text. */
        public boolean isApart() {
            return rest.isEmpty() || hasColon();
        }
    }

    public static Optional<Before> before(String line) {
        var match = LEADING.matcher(line);
        if (!match.matches()) return Optional.empty();
        return Optional.of(new Before(stamp(match), match.group("rest").strip()));
    }

    public static Optional<After> after(String line) {
        if (line.length() > 300) return Optional.empty();
        var match = TRAILING.matcher(line);
        if (!match.matches() || match.group("name").isBlank() || OPENED.matcher(match.group("name")).matches()) return Optional.empty();
        return Optional.of(new After(match.group("name").strip(), stamp(match), match.group("colon") != null, match.group("rest").strip()));
    }

    /** A line that consists of a date. */
    public static boolean isDay(String line) {
        return line.length() < 60 && DAY_ALONE.matcher(line).matches();
    }

    /** Whether a text consists of a time. */
    public static boolean isTime(String text) {
        return before(text.strip()).filter(b -> b.rest().isEmpty()).isPresent();
    }

    /** Text without bracketed times in it. */
    public static String withoutTimes(String words) {
        return INSIDE.matcher(words).replaceAll("").strip();
    }

    private static PrintedTime stamp(Matcher match) {
        boolean dated = match.group("date") != null || match.group("behind") != null;
        boolean ofDay = dated || !match.group("half").isEmpty();
        return new PrintedTime(ofDay ? OptionalInt.empty() : ScriptTime.millis(withoutFrames(match.group("clock"))), match.group("open") != null, dated);
    }

    /** 01:02:03:12 ends in a frame number, which is ignored. */
    private static String withoutFrames(String clock) {
        return clock.replaceFirst("^(\\d+:\\d+:\\d+):\\d+$", "$1");
    }
}
