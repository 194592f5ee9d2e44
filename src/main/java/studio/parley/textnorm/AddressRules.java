package studio.parley.textnorm;

import java.util.List;
import java.util.Map;

/** E-mail and web addresses, telephone numbers. */
final class AddressRules {
    private static final String DOMAINS = "com|org|net|io|ai|edu|gov|mil|int|info|dev|app|tv|fm|me|us|uk|co|de|fr|nl|eu|ca|au|jp|ch|at|it|es|se|no|dk|fi|in|br";
    private static final Map<Character, String> SIGNS = Map.of('.', "dot", '@', "at", '-', "dash", '_', "underscore", '+', "plus", '/', "slash", '~', "tilde", '=',
            "equals", '#', "hash", '%', "percent");

    static final List<Rule> RULES = List.of(
            Rule.of("(?i)" + Rule.BEGIN + "[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}", m -> spelled(m.group())),
            Rule.of("(?i)" + Rule.BEGIN + "(?:https?|ftp)://([^\\s<>\"]*[\\w/])", m -> spelled(m.group(1))),
            Rule.of("(?i)" + Rule.BEGIN + "(?:www\\.[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}|[\\w-]{2,63}(?:\\.[\\w-]{1,63}){0,6}\\.(?:" + DOMAINS
                    + "))(?:/[\\w./?=&%#~+-]*[\\w/])?(?![\\w@])", m -> spelled(m.group())),
            Rule.of(Rule.BEGIN + "(?:\\+\\d{1,3}[ -])?(?:\\(\\d{2,5}\\)[ -]?)?\\d{2,5}(?:[ -]\\d{2,5}){1,4}-\\d{2,5}" + Rule.END, m -> telephone(m.group())),
            Rule.of("(?:\\+\\d{1,3}[ -])?\\(\\d{3}\\)[ -]?\\d{3}[ -]\\d{4}" + Rule.END, m -> telephone(m.group())),
            Rule.of("(?<![\\p{L}\\p{N}.,-])\\d{3}-\\d{4}(?![\\p{L}\\p{N}-])", m -> telephone(m.group())),
            Rule.of(Rule.BEGIN + "\\+\\d[\\d -]{6,20}\\d" + Rule.END, m -> telephone(m.group())));

    private AddressRules() {}

    /** Letters and digits as words, signs by name; "www" letter by letter. */
    private static String spelled(String address) {
        var out = new StringBuilder();
        var bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        for (var part : bare.splitWithDelimiters("[^\\p{L}\\p{N}]|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})", 0)) {
            if (part.isEmpty()) continue;
            char c = part.charAt(0);
            var word = Character.isDigit(c) ? part.length() > 4 ? NumberWords.digits(part) : NumberWords.whole(part)
                    : Character.isLetter(c) ? part.equalsIgnoreCase("www") ? "W W W" : part : SIGNS.getOrDefault(c, "");
            if (!word.isEmpty()) out.append(out.isEmpty() ? "" : " ").append(word);
        }
        return out.toString();
    }

    /** Digit by digit, a comma between the groups. */
    private static String telephone(String number) {
        var groups = java.util.Arrays.stream(number.split("[^\\d]+")).filter(g -> !g.isEmpty()).map(NumberWords::digits).toList();
        return (number.startsWith("+") ? "plus " : "") + String.join(", ", groups);
    }
}
