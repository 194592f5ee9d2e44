package studio.parley.studio.transcription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.parley.studio.transcription.WordFinding.Kind;
import studio.parley.textnorm.SpokenWord;
import studio.parley.textnorm.WordComparison;
import studio.parley.textnorm.WordComparison.Difference;

/**
 * Judges what was heard in a take against its text. What a recogniser cannot know is no finding: sounds ("hm", "(laughs)"), words in other scripts,
 * and spellings. Pure; any thread.
 */
public final class WordCheck {
    /** Sounds that are written in many ways, and that recognisers leave out. */
    private static final Pattern SOUND = Pattern.compile("h+m+|m+h+m*|m{2,}|hm+ph|u+h+|u+m+|e+r+m*|a+h+|o+h+|e+h+|o{2,}h*|a{2,}h*|h+u+h+|(ha)+h?|a(ha)+h?|(he){2,}h?|heh|u+gh+|a+rgh+|phew|psst|sh+|tsk|o|uh huh|mhm");
    /** What stands in brackets or asterisks is an action; if it is spoken nevertheless, it counts as spoken. */
    private static final Pattern ACTION = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|\\*[^*\\n]+\\*");
    private static final Pattern OTHER_SCRIPT = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
    /** So many words of a reference clip in a row are no coincidence. */
    private static final int LEAK = 2;
    /** A text of so many words of which none was heard was not understood. */
    private static final int UNDERSTOOD = 3;

    private static final int ENOUGH_LETTERS = 5;

    private final String text;
    private final String heard;
    private final List<String> references;
    private final List<int[]> actions;

    private WordCheck(String text, String heard, List<String> references) {
        this.text = text;
        this.heard = withoutActions(heard);
        this.references = references;
        this.actions = ACTION.matcher(text).results().map(m -> new int[] {m.start(), m.end()}).toList();
    }

    /** The text with spaces instead of actions. */
    static String withoutActions(String text) {
        return ACTION.matcher(text).replaceAll(m -> " ".repeat(m.group().length()));
    }

    /** @param references the transcripts of clips that the model was given */
    public static WordReport of(String text, String heard, List<String> references) {
        return new WordCheck(text, heard, references).report();
    }

    private WordReport report() {
        var result = WordComparison.of(text, heard);
        int words = (int) spoken(SpokenWord.of(text), true).count();
        if (words == 0) return new WordReport(heard.strip(), List.of(), 0, 0);
        if (result.matches().isEmpty() && (heard.isBlank() || words >= UNDERSTOOD)) {
            var nothing = new WordFinding(Kind.NOTHING, 0, text.length(), text, heard.strip());
            return new WordReport(heard.strip(), List.of(nothing), words, words);
        }
        var found = new ArrayList<WordFinding>();
        int errors = 0;
        for (var difference : result.differences()) {
            int missing = (int) spoken(within(difference), true).count();
            var others = spoken(SpokenWord.of(difference.heard()), false).toList();
            if (missing == 0 && isForgiven(difference, others.size()) || isCutElsewhere(difference)) continue;
            errors += Math.max(missing, others.size());
            found.add(finding(kind(difference, missing, others), difference, others));
        }
        return new WordReport(heard.strip(), found, words, errors);
    }

    /** At its place in the text; what is said twice, at the words that are written once. */
    private WordFinding finding(Kind kind, Difference place, List<SpokenWord> others) {
        var at = kind == Kind.REPEATED && place.from() == place.to() ? once(others, place.from()) : Optional.<int[]>empty();
        int from = at.map(p -> p[0]).orElse(place.from());
        int to = at.map(p -> p[1]).orElse(place.to());
        return new WordFinding(kind, from, to, text.substring(from, to), place.heard());
    }

    /** The place of these words nearest to another one. */
    private Optional<int[]> once(List<SpokenWord> others, int near) {
        var words = SpokenWord.of(text);
        int n = others.size();
        return IntStream.rangeClosed(0, words.size() - n).filter(i -> keys(words.subList(i, i + n)).equals(keys(others)))
                .mapToObj(i -> new int[] {words.get(i).from(), words.get(i + n - 1).to()})
                .min(Comparator.comparingInt(p -> Math.min(Math.abs(p[0] - near), Math.abs(p[1] - near))));
    }

    private List<SpokenWord> within(Difference place) {
        return SpokenWord.of(text).stream().filter(w -> w.from() >= place.from() && w.to() <= place.to()).toList();
    }

    /** Those that a recogniser writes. */
    private Stream<SpokenWord> spoken(List<SpokenWord> words, boolean isWritten) {
        return words.stream().filter(w -> !w.isOptional() && !SOUND.matcher(w.key()).matches() && !OTHER_SCRIPT.matcher(w.key()).find())
                .filter(w -> !isWritten || actions.stream().noneMatch(a -> w.from() >= a[0] && w.to() <= a[1]));
    }

    /** Nothing but sounds is written there: a recogniser may write as many words for them. */
    private boolean isForgiven(Difference difference, int others) {
        return others <= (difference.from() == difference.to() ? 0 : SpokenWord.of(text.substring(difference.from(), difference.to())).size() + 1);
    }

    /** The same letters, but for a few, in another number of words: "Games Federer" as "GamesFeder". */
    private boolean isCutElsewhere(Difference difference) {
        var written = within(difference);
        var others = SpokenWord.of(difference.heard());
        var a = keys(written).replace(" ", "");
        var b = keys(others).replace(" ", "");
        return !written.isEmpty() && written.size() != others.size() && Math.min(a.length(), b.length()) >= ENOUGH_LETTERS && WordComparison.distance(a, b) * 3 <= Math.max(a.length(), b.length());
    }

    private Kind kind(Difference difference, int missing, List<SpokenWord> others) {
        if (others.isEmpty()) return Kind.MISSING;
        if (isLeaking(others)) return Kind.REFERENCE;
        return switch (difference.kind()) {
            case MISSING -> Kind.MISSING;
            case OTHER -> missing == 0 ? Kind.EXTRA : Kind.OTHER;
            case EXTRA -> Kind.EXTRA;
            case REPEATED -> Kind.REPEATED;
            case AFTER_END -> Kind.AFTER_END;
        };
    }

    private boolean isLeaking(List<SpokenWord> others) {
        var own = keys(SpokenWord.of(text));
        for (int i = 0; i + LEAK <= others.size(); i++) {
            var run = keys(others.subList(i, i + LEAK));
            if (!own.contains(run) && references.stream().anyMatch(r -> keys(SpokenWord.of(r)).contains(run))) return true;
        }
        return false;
    }

    private static String keys(List<SpokenWord> words) {
        return words.stream().map(SpokenWord::key).collect(Collectors.joining(" ", " ", " "));
    }
}
