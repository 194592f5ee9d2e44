package studio.parley.textnorm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * What was heard against what is written: the words that are missing, others, or too many. Spelling, numbers and contractions make no difference,
 * nor do words that sound alike; names are compared by sound only, since a recogniser cannot know how they are written.
 */
public final class WordComparison {
    /** What is wrong with a place. */
    public enum Kind {
        /** Written, but not heard. */
        MISSING,
        /** Something else is heard. */
        OTHER,
        /** Heard, but not written. */
        EXTRA,
        /** Heard twice in a row. */
        REPEATED,
        /** Heard after the last word. */
        AFTER_END
    }

    /**
     * One difference.
     *
     * @param from and {@code to}: the place in the written text; equal where something is heard between two words
     * @param heard the words heard there, as they were heard; empty if none
     * @param heardFrom and {@code heardTo}: their place in what was heard; equal where nothing was heard
     */
    public record Difference(Kind kind, int from, int to, String heard, int heardFrom, int heardTo) {}

    /** A word that was heard as it is written: its place in the written text, and in what was heard. */
    public record Match(int from, int to, int heardFrom, int heardTo) {}

    /**
     * The result.
     *
     * @param matches in order; several may share a place ("25", twenty-five)
     * @param words number of written words
     * @param errors words missing, others or too many
     */
    public record Result(List<Difference> differences, List<Match> matches, int words, int errors) {
        /** Word error rate, from 0; more than 1 if much is heard that is not written. */
        public double rate() {
            return words == 0 ? errors == 0 ? 0 : 1 : (double) errors / words;
        }
    }

    /** Costs: another word is cheaper than a missing one and one too many. */
    private static final int SINGLE = 2;
    private static final int PAIR = 3;
    private static final DoubleMetaphone SOUND = new DoubleMetaphone();

    /** Words of one sound that are spelled too differently for {@link #isNear}. */
    private static final List<Set<String>> HOMOPHONES = List.of(Set.of("there", "their"), Set.of("to", "too", "two"), Set.of("for",
            "four"), Set.of("no", "know"), Set.of("right", "write"),
            Set.of("here", "hear"), Set.of("where", "wear"), Set.of("one", "won"), Set.of("eight", "ate"), Set.of("new", "knew"),
            Set.of("our", "hour"), Set.of("son", "sun"), Set.of("sea", "see"),
            Set.of("by", "buy", "bye"), Set.of("through", "threw"), Set.of("whole", "hole"), Set.of("piece", "peace"), Set.of("would",
            "wood"), Set.of("been", "bin"), Set.of("blue", "blew"),
            Set.of("made", "maid"), Set.of("week", "weak"), Set.of("way", "weigh"), Set.of("night", "knight"), Set.of("which", "witch"),
            Set.of("whether", "weather"), Set.of("past", "passed"),
            Set.of("oh", "o", "owe"), Set.of("i", "eye", "aye"), Set.of("ah", "a"), Set.of("hi", "high"), Set.of("hey", "hay"));

    private enum Step { SAME, OTHER, MISSING, EXTRA }

    private final List<SpokenWord> written;
    private final List<SpokenWord> heard;
    private final String heardText;
    private final String writtenText;

    private WordComparison(String writtenText, String heardText) {
        this.writtenText = writtenText;
        var spoken = SpokenWord.of(writtenText);
        var recognised = SpokenWord.of(heardText);
        this.written = joined(DigitRuns.read(spoken, writtenText, recognised), recognised);
        this.heard = joined(DigitRuns.read(recognised, heardText, spoken), spoken);
        this.heardText = heardText;
    }

    public static Result of(String written, String heard) {
        return new WordComparison(written, heard).result();
    }

    /** Two words that the other text writes as one ("cold hearted") become one. */
    private static List<SpokenWord> joined(List<SpokenWord> words, List<SpokenWord> others) {
        var known = others.stream().map(SpokenWord::key).collect(Collectors.toSet());
        var out = new ArrayList<SpokenWord>();
        for (var word : words) {
            if (!out.isEmpty() && known.contains(out.getLast().key() + word.key())) {
                var first = out.removeLast();
                out.add(new SpokenWord(first.key() + word.key(), first.from(), word.to(), false, first.isName()));
            } else {
                out.add(word);
            }
        }
        return out;
    }

    private static String keys(List<SpokenWord> words) {
        return words.stream().map(SpokenWord::key).collect(Collectors.joining(" "));
    }

    private Result result() {
        var steps = steps();
        var found = new ArrayList<Difference>();
        var matches = new ArrayList<Match>();
        int errors = 0;
        int w = 0;
        int h = 0;
        for (int i = 0; i < steps.size();) {
            if (steps.get(i) == Step.SAME) {
                matches.add(match(written.get(w++), heard.get(h++)));
                i++;
                continue;
            }
            int fromW = w;
            int fromH = h;
            for (; i < steps.size() && steps.get(i) != Step.SAME; i++) {
                if (steps.get(i) != Step.EXTRA) w++;
                if (steps.get(i) != Step.MISSING) h++;
            }
            int many = Math.max((int) written.subList(fromW, w).stream().filter(x -> !x.isOptional()).count(), (int) heard.subList(fromH,
                    h).stream().filter(x -> !x.isOptional()).count());
            if (many == 0) continue;
            errors += many;
            found.add(difference(fromW, w, fromH, h));
        }
        return new Result(List.copyOf(found), List.copyOf(matches), (int) written.stream().filter(x -> !x.isOptional()).count(), errors);
    }

    private static Match match(SpokenWord w, SpokenWord h) {
        return new Match(w.from(), w.to(), h.from(), h.to());
    }

    private Difference difference(int fromW, int toW, int fromH, int toH) {
        int from = fromW < toW ? written.get(fromW).from() : fromW < written.size() ? written.get(fromW).from() : writtenText.length();
        int to = fromW < toW ? written.get(toW - 1).to() : from;
        int heardFrom = fromH < heard.size() ? heard.get(fromH).from() : heardText.length();
        int heardTo = fromH < toH ? heard.get(toH - 1).to() : heardFrom;
        return new Difference(kind(fromW, toW, fromH, toH), from, to, heardText.substring(heardFrom, heardTo), heardFrom, heardTo);
    }

    private Kind kind(int fromW, int toW, int fromH, int toH) {
        if (fromH == toH) return Kind.MISSING;
        if (fromW < toW) return Kind.OTHER;
        if (isRepeated(fromH, toH)) return Kind.REPEATED;
        return fromW == written.size() ? Kind.AFTER_END : Kind.EXTRA;
    }

    /** Whether the same words stand right before or after. */
    private boolean isRepeated(int from, int to) {
        int n = to - from;
        var these = keys(heard.subList(from, to));
        return from >= n && keys(heard.subList(from - n, from)).equals(these) || to + n <= heard.size() && keys(heard.subList(to,
                to + n)).equals(these);
    }

    /** The cheapest way from what is written to what was heard; of equal ones that with the latest insertions, as people repeat words. */
    private List<Step> steps() {
        int n = written.size();
        int m = heard.size();
        var last = new Step[n + 1][m + 1];
        var before = new int[m + 1];
        for (int i = 0; i <= n; i++) {
            var cost = new int[m + 1];
            for (int j = 0; j <= m; j++) {
                if (i == 0 && j == 0) continue;
                cost[j] = Integer.MAX_VALUE;
                if (i > 0) {
                    cost[j] = before[j] + single(written.get(i - 1));
                    last[i][j] = Step.MISSING;
                }
                if (j > 0 && cost[j - 1] + single(heard.get(j - 1)) <= cost[j]) {
                    cost[j] = cost[j - 1] + single(heard.get(j - 1));
                    last[i][j] = Step.EXTRA;
                }
                if (i > 0 && j > 0) {
                    boolean same = isSame(written.get(i - 1), heard.get(j - 1));
                    if (before[j - 1] + (same ? 0 : PAIR) <= cost[j]) {
                        cost[j] = before[j - 1] + (same ? 0 : PAIR);
                        last[i][j] = same ? Step.SAME : Step.OTHER;
                    }
                }
            }
            before = cost;
        }
        var steps = new ArrayList<Step>();
        for (int i = n, j = m; i > 0 || j > 0;) {
            var step = last[i][j];
            steps.addFirst(step);
            if (step != Step.EXTRA) i--;
            if (step != Step.MISSING) j--;
        }
        return steps;
    }

    private static int single(SpokenWord word) {
        return word.isOptional() ? 0 : SINGLE;
    }

    private static boolean isSame(SpokenWord a, SpokenWord b) {
        if (a.key().equals(b.key())) return true;
        if (a.isOptional() && isAuxiliary(b.key()) || b.isOptional() && isAuxiliary(a.key())) return true;
        if (HOMOPHONES.stream().anyMatch(h -> h.contains(a.key()) && h.contains(b.key()))) return true;
        if (!SOUND.isDoubleMetaphoneEqual(a.key(), b.key())) return false;
        return a.isName() || isNear(a.key(), b.key());
    }

    private static boolean isAuxiliary(String key) {
        return key.equals("is") || key.equals("has") || key.equals("would") || key.equals("had");
    }

    /** Two spellings of one sound: the same first letter's sound is known already; the vowels must be as many and most letters the same. */
    private static boolean isNear(String a, String b) {
        return vowels(a).equals(vowels(b)) || a.length() > 4 && distance(a, b) * 3 <= Math.max(a.length(), b.length());
    }

    private static String vowels(String word) {
        return word.replaceAll("(?<=.)e$", "").replaceAll("[^aeiouy]+", ".").replaceAll("^\\.|\\.$", "").replace("ei", "ey").replace("ai",
                "ey").replace("ea", "e").replace("ee", "e").replace("oo", "u").replace("ie", "i");
    }

    /** Letters that differ between two words. */
    public static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) before[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            var now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
            }
            before = now;
        }
        return before[b.length()];
    }
}
