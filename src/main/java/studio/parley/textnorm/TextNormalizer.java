package studio.parley.textnorm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * English text as it is read aloud, for networks that have learned words only: numbers, currency, dates, times, units, abbreviations, initials,
 * addresses and signs become words; all other text stays as it is. Of several readings the most usual one in American English is chosen
 * ("4/5/2026" is the fifth of April). Immutable and thread-safe; the time is linear in the text but for its longest run without spaces.
 */
public final class TextNormalizer {
    /** A part of the text that is not read as it is written. */
    public record Reading(int from, int to, String spoken) {}

    private static final List<Rule> RULES = List.of(DateRules.RULES, AddressRules.RULES, QuantityRules.RULES, NumberRules.RULES, WordRules.RULES, SignRules.RULES)
            .stream().flatMap(List::stream).toList();

    /** Quotation marks, dashes and the like, as they stand in texts. */
    private static final String PAUSES = "‘’“”„‚«»‹›–—―…‐‑¡¿·′″\u200b\u200c\u200d\ufeff\u00ad";

    private TextNormalizer() {}

    /** The parts of a text that are not read as they are written, in order. */
    public static List<Reading> readings(String text) {
        var found = new ArrayList<Reading>();
        var next = new ArrayList<Optional<MatchResult>>();
        var matchers = RULES.stream().map(r -> r.pattern().matcher(text)).toList();
        matchers.forEach(m -> next.add(m.find() ? Optional.of(m.toMatchResult()) : Optional.empty()));
        int at = 0;
        while (true) {
            for (int i = 0; i < next.size(); i++) {
                while (next.get(i).isPresent() && next.get(i).get().start() < at) {
                    next.set(i, matchers.get(i).find() ? Optional.of(matchers.get(i).toMatchResult()) : Optional.empty());
                }
            }
            // Of those that begin first, the earliest in the list.
            var first = java.util.stream.IntStream.range(0, next.size()).boxed().filter(i -> next.get(i).isPresent())
                    .min(Comparator.comparingInt(i -> next.get(i).orElseThrow().start()));
            if (first.isEmpty()) return found;
            var match = next.get(first.get()).orElseThrow();
            var spoken = RULES.get(first.get()).reading().apply(match);
            if (spoken.isPresent()) {
                found.add(new Reading(match.start(), match.end(), spoken.get()));
                at = match.end();
            } else {
                next.set(first.get(), matchers.get(first.get()).find() ? Optional.of(matchers.get(first.get()).toMatchResult()) : Optional.empty());
            }
        }
    }

    /** The whole text as it is read. */
    public static String spoken(String text) {
        var out = new StringBuilder();
        int at = 0;
        for (var r : readings(text)) {
            out.append(text, at, r.from());
            if (needsSpace(out, r.spoken())) out.append(' ');
            out.append(r.spoken());
            at = r.to();
            if (at < text.length() && Character.isLetterOrDigit(text.charAt(at)) && !r.spoken().isEmpty() && !r.spoken().endsWith(" ")) out.append(' ');
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Characters of the text that are still there when it is read, and that English has no sound or pause for; each once. */
    public static List<String> unsayable(String text) {
        if (text.chars().allMatch(c -> c < 128)) return List.of();
        return spoken(text).codePoints().filter(c -> !isSayable(c)).distinct().mapToObj(Character::toString).toList();
    }

    private static boolean isSayable(int c) {
        return c < 128 ? c >= ' ' || Character.isWhitespace(c) : Character.isWhitespace(c) || Character.isSpaceChar(c) || PAUSES.indexOf(c) >= 0;
    }

    private static boolean needsSpace(StringBuilder before, String spoken) {
        return !spoken.isEmpty() && !before.isEmpty() && Character.isLetterOrDigit(before.charAt(before.length() - 1)) && Character.isLetterOrDigit(spoken.charAt(0));
    }
}
