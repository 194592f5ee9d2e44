package studio.parley.textnorm;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signs that are read, and those that are not. */
final class SignRules {
    private static final Map<String, String> SIGNS = Rule.table("""
            & = and | + = plus | = = equals | @ = at | × = times | ÷ = divided by | § = section | ± = plus or minus | ≈ = about
            ~ = about | < = less than | > = greater than | ° = degrees | % = percent | # = number
            """);

    static final List<Rule> RULES = List.of(
            Rule.of("&(?:amp|nbsp|quot|apos|#39);", m -> m.group().equals("&amp;") ? "and" : m.group().equals("&nbsp;") ? " " : ""),
            Rule.of("#(?=\\p{L})", m -> "hashtag"),
            Rule.of("[&+=@×÷§±≈~<>°%#]", m -> SIGNS.get(m.group())),
            Rule.of("(?<=\\p{L})\\s?/\\s?(?=\\p{L})", m -> "slash"),
            Rule.perhaps("[\\p{IsLatin}\\p{M}]+", m -> plain(m.group())),
            Rule.of("[*_^|\\\\`{}\\[\\]©®™•]+", m -> ""));

    private static final Map<String, String> LETTERS = Rule.table("""
            ß = ss | æ = ae | Æ = Ae | œ = oe | Œ = Oe | ø = o | Ø = O | ł = l | Ł = L | đ = d | Đ = D | ð = th | þ = th | Þ = Th | ı = i
            """);

    private SignRules() {}

    /** A word without accents; nothing if it has none. */
    private static Optional<String> plain(String word) {
        if (word.chars().allMatch(c -> c < 128)) return Optional.empty();
        var base = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Optional.of(base.codePoints().mapToObj(Character::toString).map(l -> LETTERS.getOrDefault(l, l)).collect(Collectors.joining()));
    }
}
