package studio.parley.studio.document.edit;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;

/** Whether two names in scripts probably mean the same person: "BOB", "Bob (V.O.)", "Dr. Bob", "Bòb". */
final class SpeakerNames {
    private SpeakerNames() {}

    /** The same except for letter case and spaces. */
    static boolean isSame(String a, String b) {
        return folded(a).equals(folded(b));
    }

    /** Similar: the same without remarks in brackets, accents and punctuation, with or without a title, or one letter apart. */
    static boolean isAlike(String a, String b) {
        var x = plain(a);
        var y = plain(b);
        if (x.isEmpty() || y.isEmpty()) return false;
        if (x.equals(y)) return true;
        var words = new HashSet<>(Arrays.asList(x.split(" ")));
        var others = new HashSet<>(Arrays.asList(y.split(" ")));
        if (words.containsAll(others) || others.containsAll(words)) return words.stream().anyMatch(w ->
                w.length() > 1 && !isNumber(w) && others.contains(w))
                && x.chars().filter(Character::isDigit).sum() == y.chars().filter(Character::isDigit).sum();
        return Math.min(x.length(), y.length()) >= 4 && isOneApart(x, y) && x.replaceAll("\\D", "").equals(y.replaceAll("\\D", ""));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
        var bare = name.replaceAll("\\s*[(\\[][^)\\]]{0,200}[)\\]]", " ");
        var letters = Normalizer.normalize(bare, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").replaceAll("[^\\p{L}\\p{N}]+", " ");
        return folded(letters);
    }

    /** One letter inserted, deleted or changed. */
    private static boolean isOneApart(String a, String b) {
        if (a.length() > b.length()) return isOneApart(b, a);
        if (b.length() - a.length() > 1) return false;
        int same = 0;
        while (same < a.length() && a.charAt(same) == b.charAt(same)) same++;
        int rest = b.length() - same - 1;
        return a.length() == b.length() ? a.substring(same + 1).equals(b.substring(same + 1)) : rest == 0 || a.substring(same)
                .equals(b.substring(same + 1));
    }
}
