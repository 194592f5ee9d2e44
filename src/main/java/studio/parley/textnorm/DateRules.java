package studio.parley.textnorm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Dates, years and times of day. */
final class DateRules {
    private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December");
    private static final String MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";
    private static final String YEAR = "(?:,?\\s+(\\d{4})(?![\\d,.]\\d|\\d))?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";

    /** A time that says which half of the day it is in. */
    private static final String TIME = "\\d{1,2}(?::[0-5]\\d)?\\s?[ap]\\.?m\\b";

    static final List<Rule> RULES = List.of(
            Rule.perhaps(Rule.BEGIN + "(\\d{4})-(\\d{2})-(\\d{2})" + Rule.END, m -> date(number(m, 1), number(m, 2), number(m, 3))),
            Rule.perhaps(Rule.BEGIN + "(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})" + Rule.END, DateRules::slashes),
            Rule.perhaps(Rule.BEGIN + "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})" + Rule.END, m -> date(number(m, 3), number(m, 2), number(m, 1))),
            Rule.perhaps(Rule.BEGIN + MONTH + "\\s+" + DAY + "(?![\\d:,.]*\\d|\\p{L})" + YEAR, m -> monthFirst(m.group(1), number(m, 2), Rule.group(m, 3))),
            Rule.perhaps(Rule.BEGIN + MONTH + "\\s+" + DAY + ",?\\s+(\\d{4})(?![\\d,.]\\d|\\d)", m -> monthFirst(m.group(1), number(m, 2), Rule.group(m, 3))),
            Rule.perhaps("(?<![\\p{L}\\p{N}.,:])(?:[Tt]he\\s+)?" + DAY + "\\s+(?:of\\s+)?" + MONTH + "(?!\\p{L})" + YEAR, m -> dayFirst(number(m, 1), m.group(2), Rule.group(m, 3))),
            Rule.of("(?i)" + Rule.BEGIN + "(\\d{1,2})\\s?[–-]\\s?(?=" + TIME + ")", m -> NumberWords.cardinal(number(m, 1)) + " to "),
            Rule.of("(?i)(?<=[\\dm])\\s?[–-]\\s?(?=\\d{1,2}:[0-5]\\d|" + TIME + ")", m -> " to "),
            Rule.perhaps("(?i)" + Rule.BEGIN + "(\\d{1,2})(?::|\\.(?=[0-5]\\d\\s?[ap]\\.?m\\b))([0-5]\\d)(?::([0-5]\\d))?(?:\\s?([ap])(?:\\.m\\." + Rule.LAST + "|m\\b))?" + Rule.END, DateRules::time),
            Rule.perhaps("(?i)" + Rule.BEGIN + "(\\d{1,2})\\s?([ap])(?:\\.m\\." + Rule.LAST + "|m\\b)" + Rule.END, m -> hour(number(m, 1)).map(h -> h + half(m.group(2)) + Rule.stop(m, 3))),
            Rule.of("(?<![\\p{L}\\p{N}.,])['’]?((?:1[1-9]|20)\\d)0['’]?s" + Rule.END, m -> NumberWords.decade(10 * number(m, 1))),
            Rule.of("(?<![\\p{L}\\p{N}.,])([1-9]\\d{0,5}00)s" + Rule.END, m -> NumberWords.whole(m.group(1)).replaceFirst("^one ", "") + "s"),
            Rule.of("(?<!\\p{N})['’]?([2-9])0['’]?s" + Rule.END, m -> NumberWords.decade(10 * number(m, 1))));

    private DateRules() {}

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** Month first, as in America, unless only the second can be the month. */
    private static Optional<String> slashes(MatchResult m) {
        int a = number(m, 1);
        int b = number(m, 2);
        int year = number(m, 3);
        if (m.group(3).length() == 2) year += year < 70 ? 2000 : 1900;
        return a <= 12 ? date(year, a, b) : date(year, b, a);
    }

    private static Optional<String> date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) return Optional.empty();
        return Optional.of(MONTHS.get(month - 1) + " " + NumberWords.ordinal(day) + ", " + NumberWords.year(year));
    }

    private static String full(String month) {
        return MONTHS.stream().filter(n -> n.startsWith(month.substring(0, 3))).findFirst().orElse(month);
    }

    private static Optional<String> monthFirst(String month, int day, Optional<String> year) {
        if (day < 1 || day > 31) return Optional.empty();
        return Optional.of(full(month) + " " + NumberWords.ordinal(day) + year.map(y -> ", " + NumberWords.year(Integer.parseInt(y))).orElse(""));
    }

    private static Optional<String> dayFirst(int day, String month, Optional<String> year) {
        if (day < 1 || day > 31) return Optional.empty();
        return Optional.of("the " + NumberWords.ordinal(day) + " of " + full(month) + year.map(y -> ", " + NumberWords.year(Integer.parseInt(y))).orElse(""));
    }

    private static Optional<String> hour(int hour) {
        return hour > 24 ? Optional.empty() : Optional.of(NumberWords.cardinal(hour));
    }

    private static String half(String letter) {
        return " " + letter.toUpperCase(java.util.Locale.ROOT) + " M";
    }

    /** "5:30" as "five thirty", "5:05" as "five oh five", "5:00" as "five o'clock", "17:00" as "seventeen hundred". */
    private static Optional<String> time(MatchResult m) {
        int minutes = number(m, 2);
        var half = Rule.group(m, 4).map(DateRules::half);
        return hour(number(m, 1)).map(h -> {
            var parts = new ArrayList<String>(List.of(h));
            if (minutes > 0 && minutes < 10) parts.add("oh " + NumberWords.cardinal(minutes));
            else if (minutes > 0) parts.add(NumberWords.cardinal(minutes));
            else if (half.isEmpty() && Rule.group(m, 3).isEmpty()) parts.add(number(m, 1) > 12 || number(m, 1) == 0 ? "hundred" : "o'clock");
            Rule.group(m, 3).ifPresent(s -> parts.add("and " + NumberWords.whole(s.startsWith("0") ? s.substring(1) : s) + " seconds"));
            return String.join(" ", parts) + half.orElse("") + Rule.stop(m, 5);
        });
    }
}
