package studio.parley.textnorm;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Numbers of their own. */
final class NumberRules {
    private static final Map<String, String> PARTS = Rule.table("""
            ½ = one half | ¼ = one quarter | ¾ = three quarters | ⅓ = one third | ⅔ = two thirds | ⅛ = one eighth
            """);

    private static final java.util.Set<Integer> PARTED = java.util.Set.of(12, 16, 20, 32, 64);

    /** Of an internet address. */
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    static final List<Rule> RULES = List.of(
            Rule.of(Rule.BEGIN + "(\\d{1,3}(?:,\\d{3}){1,4}|\\d+)(?:st|nd|rd|th)" + Rule.END, m -> m.group(1).length() > NumberWords.MOST_DIGITS ? NumberWords.digits(m.group(1))
                    : NumberWords.ordinal(Long.parseLong(m.group(1).replace(",", "")))),
            Rule.of("(?<!\\p{N})(?:(\\d+)\\s?)?([½¼¾⅓⅔⅛])", m -> Rule.group(m, 1).map(n -> NumberWords.whole(n) + " and " + part(m.group(2))).orElse(PARTS.get(m.group(2)))),
            Rule.of("(?<![\\p{L}\\p{N}./])(?:(\\d{1,3})\\s)?([1-9]\\d?)/([2-9]|[1-9]\\d)(?![\\p{L}\\p{N}/]|\\.\\d)", NumberRules::fraction),
            Rule.of("(?<![\\p{L}\\p{N}])(\\d{1,2})['′]\\s?(\\d{1,2})[\"″]", m -> NumberWords.whole(m.group(1)) + " foot " + NumberWords.whole(m.group(2))),
            Rule.of("(?<![\\p{L}\\p{N}.,])(\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+|\\d{1,3}(?= (?:\\d{3} )*000)(?: \\d{3})+)(?![\\p{L}\\p{N}]|[.,]\\d)", m ->
                    NumberWords.whole(m.group(1).replaceAll("\\D", ""))),
            Rule.of("(?<![\\p{L}\\p{N}:.,])(\\d{1,4}):(\\d{1,4})(?![\\p{L}\\p{N}:]|[.,]\\d)", m -> NumberWords.whole(m.group(1)) + " to " + NumberWords.whole(m.group(2))),
            Rule.of(Rule.BEGIN + "(" + Rule.NUMBER + ")[eE]([+−-]?)(\\d{1,3})" + Rule.END, m -> NumberWords.number(m.group(1)) + " times ten to the power of "
                    + ("−-".contains(m.group(2)) && !m.group(2).isEmpty() ? "minus " : "") + NumberWords.whole(m.group(3))),
            Rule.of("(?<=\\b(?:[Ii]n|[Ss]ince|[Yy]ear|[Uu]ntil|[Bb]efore|[Aa]fter) )(10[1-9]\\d)(?![\\p{L}\\p{N}]|[.,]\\d)", m -> NumberWords.year(Integer.parseInt(m.group(1)))),
            Rule.of("(?<![\\p{L}\\p{N}.])(" + BYTE + "(?:\\." + BYTE + "){3})(?![\\p{L}\\p{N}]|\\.\\d)", m ->
                    java.util.Arrays.stream(m.group(1).split("\\.")).map(NumberWords::digits).collect(java.util.stream.Collectors.joining(" dot "))),
            Rule.of("(?<![\\p{L}\\p{N}.])(\\d+(?:\\.\\d+){2,8})(?![\\p{L}\\p{N}])", m -> dotted(m.group(1))),
            Rule.of("(?<![\\p{L}\\p{N}.,])(\\d{1,6}|\\d{1,3}(?:,\\d{3})+)\\s?[–-]\\s?(\\d{1,6}|\\d{1,3}(?:,\\d{3})+)(?![\\p{L}\\p{N}-]|[.,]\\d)", m -> yearOr(m.group(1)) + " to " + yearOr(m.group(2))),
            Rule.of(Rule.BEGIN + "v(?=\\d)", m -> "version"),
            Rule.of("№\\s?", m -> "number "),
            Rule.of("(?<=[\\p{L}\\p{N})])([²³])", m -> m.group().equals("²") ? " squared" : " cubed"),
            Rule.of("#(\\d{1,9})" + Rule.END, m -> "number " + NumberWords.whole(m.group(1))),
            Rule.of("(?<![\\p{N}.,])((?<![\\p{L}\\p{N})\\]])[-−])?(" + Rule.NUMBER + ")(?!\\p{N})", NumberRules::plain),
            Rule.of("(?<!\\d)\\d+", m -> NumberWords.whole(m.group())));

    private NumberRules() {}

    private static String part(String sign) {
        return sign.equals("½") ? "a half" : sign.equals("¼") ? "a quarter" : PARTS.getOrDefault(sign, sign);
    }

    /** Those of cups and inches; otherwise two numbers ("24/7", "9/11"). */
    private static String fraction(MatchResult m) {
        int above = Integer.parseInt(m.group(2));
        int below = Integer.parseInt(m.group(3));
        var before = Rule.group(m, 1).map(NumberWords::whole);
        if (above < below && (below <= 10 || PARTED.contains(below))) return before.map(n -> n + " and ").orElse("") + NumberWords.fraction(above, below);
        return before.map(n -> n + " ").orElse("") + NumberWords.cardinal(above) + " " + NumberWords.cardinal(below);
    }

    private static String dotted(String version) {
        return String.join(" point ", java.util.Arrays.stream(version.split("\\.")).map(NumberWords::whole).toList());
    }

    /** Four digits from 1100 to 2099 without a comma are a year. */
    private static String yearOr(String number) {
        return number.matches("1[1-9]\\d\\d|20\\d\\d") ? NumberWords.year(Integer.parseInt(number)) : NumberWords.number(number);
    }

    private static String plain(MatchResult m) {
        return Rule.group(m, 1).map(sign -> "minus ").orElse("") + yearOr(m.group(2));
    }
}
