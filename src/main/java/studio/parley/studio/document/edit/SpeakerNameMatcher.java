package studio.parley.studio.document.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.studio.document.edit.ScriptPaste.Target;
import studio.parley.studio.document.model.Document;

/** Finds out who pasted speakers are likely to be: "BOB", "Bob (V.O.)", "Dr. Bob" and "Bòb" are probably one person. */
final class SpeakerNameMatcher {
    private SpeakerNameMatcher() {}

    /** The certain match in the document: the same name; in {@code a||b1} the same number; for prose the narrator. */
    static Optional<Target> target(Document document, ScriptFormat form, Speaker pasted, Optional<Integer> narrator) {
        var speakers = document.conversation().speakers();
        var named = speakers.stream().filter(s -> isSame(s.name(), pasted.name())).map(Speaker::number).findFirst();
        var numbered = form == ScriptFormat.OFFSETS ? speakers.stream().map(Speaker::number).filter(n -> n == pasted.number()).findFirst()
                : Optional.<Integer>empty();
        var chosen = form == ScriptFormat.PLAIN ? narrator.filter(n -> speakers.stream().anyMatch(s -> s.number() == n))
                : Optional.<Integer>empty();
        return chosen.or(() -> named).or(() -> numbered).map(Target.Existing::new);
    }

    /** A new speaker, or the new one for a pasted name in other letter case. */
    static Target fresh(Speaker pasted, Map<Integer, Target> before) {
        return before.values().stream().filter(t -> t instanceof Target.New(String name) && isSame(name, pasted.name()))
                .findFirst()
                .orElse(new Target.New(pasted.name()));
    }

    /** Other candidates: of the document, then of the pasted text. */
    static List<Target> suggestions(Document document, Conversation all, Speaker pasted, Map<Integer, Target> targets) {
        var likely = targets.get(pasted.number());
        var out = new ArrayList<Target>();
        if (likely instanceof Target.Existing) return out;
        for (var s : document.conversation().speakers()) if (isAlike(s.name(),
                pasted.name())) out.add(new Target.Existing(s.number()));
        for (var s : all.speakers()) {
            var other = targets.get(s.number());
            if (other != null && !other.equals(likely) && !out.contains(other) && isAlike(s.name(),
                    pasted.name())) out.add(other);
        }
        return out;
    }

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
