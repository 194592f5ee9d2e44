package studio.parley.textnorm;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signs that are read, and those that are not. */
final class SignRules {
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("&", "and"), Map.entry("+", "plus"), Map.entry("=", "equals"), Map.entry("@", "at"), Map.entry("×", "times"),
            Map.entry("÷", "divided by"), Map.entry("§", "section"), Map.entry("±", "plus or minus"), Map.entry("≈", "about"), Map.entry("~", "about"), Map.entry("<", "less than"),
            Map.entry(">", "greater than"), Map.entry("°", "degrees"), Map.entry("%", "percent"), Map.entry("#", "number"));

    static final List<Rule> RULES = List.of(
            Rule.of("[&+=@×÷§±≈~<>°%#]", m -> SIGNS.get(m.group())),
            Rule.of("(?<=\\p{L})\\s?/\\s?(?=\\p{L})", m -> "slash"),
            Rule.perhaps("[\\p{IsLatin}\\p{M}]+", m -> plain(m.group())),
            Rule.of("[*_^|\\\\`{}\\[\\]©®™•]+", m -> ""));

    private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("ß", "ss"), Map.entry("æ", "ae"), Map.entry("Æ", "Ae"), Map.entry("œ", "oe"), Map.entry("Œ", "Oe"), Map.entry("ø", "o"),
            Map.entry("Ø", "O"), Map.entry("ł", "l"), Map.entry("Ł", "L"), Map.entry("đ", "d"), Map.entry("Đ", "D"), Map.entry("ð", "th"), Map.entry("þ", "th"), Map.entry("Þ", "Th"), Map.entry("ı", "i"));

    private SignRules() {}

    /** A word without accents; nothing if it has none. */
    private static Optional<String> plain(String word) {
        if (word.chars().allMatch(c -> c < 128)) return Optional.empty();
        var base = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Optional.of(base.codePoints().mapToObj(Character::toString).map(l -> LETTERS.getOrDefault(l, l)).collect(Collectors.joining()));
    }
}
