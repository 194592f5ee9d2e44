package studio.parley.studio.document.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import studio.parley.dialogue.AllowedText;
import studio.parley.dialogue.Line;
import studio.parley.io.TimeoutCharSequence;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.Document;

/**
 * A search in a script, and its replacement as edits. Immutable.
 *
 * @param what literal text, or a regular expression
 * @param places where to search
 */
public record FindReplace(String what, boolean isRegex, boolean wholeWord, boolean matchCase, Set<Place> places) {
    /** A part of a line. */
    public enum Place { TEXT, DIRECTION }

    /** A match, from {@code from} (inclusive) to {@code to} (exclusive) in characters of the line's text or direction. */
    public record Match(String line, Place place, int from, int to) {}

    /** The limit of character reads per text before an expression counts as endless. */
    private static final int PATIENCE = 5_000_000;

    public FindReplace {
        places = Set.copyOf(places);
    }

    /** Literal text in the spoken text, ignoring case. */
    public static FindReplace plain(String what) {
        return new FindReplace(what, false, false, false, Set.of(Place.TEXT));
    }

    /** @param lines only these lines (a selection); empty: all */
    public List<Match> in(Document document, Optional<? extends Collection<String>> lines) {
        var out = new ArrayList<Match>();
        if (what.isEmpty()) return out;
        var pattern = pattern();
        for (var line : document.lines()) {
            if (lines.isPresent() && !lines.get().contains(line.id())) continue;
            for (var place : Place.values()) if (places.contains(place)) find(pattern, line, place, out);
        }
        return out;
    }

    /** Replaces one match, if it still exists; in an expression {@code $1} stands for its first group. */
    public Edit replace(Match match, String with) {
        check(with);
        return Edit.of("Replace", LineEdits.line(match.line(), l -> replaced(pattern(), l, match.place(), Optional.of(match), with)));
    }

    /** Replaces all matches in one step; {@code lines} as in {@link #in}. */
    public Edit replaceAll(Optional<? extends Collection<String>> lines, String with) {
        check(with);
        var chosen = lines.map(Set::copyOf);
        return Edit.of("Replace all", d -> what.isEmpty() ? d : LineEdits.lines(chosen.orElseGet(() -> ids(d)), all(pattern(), with)).apply(d));
    }

    private static Set<String> ids(Document document) {
        return document.lines().stream().map(Line::id).collect(Collectors.toSet());
    }

    private UnaryOperator<Line> all(Pattern pattern, String with) {
        return line -> {
            var out = line;
            for (var place : places) out = replaced(pattern, out, place, Optional.empty(), with);
            return out;
        };
    }

    private void find(Pattern pattern, Line line, Place place, List<Match> out) {
        guarded(() -> {
            var text = text(line, place);
            var matcher = matcher(pattern, text);
            var places = new AllowedText.Boundaries(text);
            while (matcher.find()) if (counts(matcher, places)) out.add(new Match(line.id(), place, matcher.start(), matcher.end()));
            return 0;
        });
    }

    private Line replaced(Pattern pattern, Line line, Place place, Optional<Match> only, String with) {
        var text = text(line, place);
        var made = guarded(() -> {
            var matcher = matcher(pattern, text);
            var places = new AllowedText.Boundaries(text);
            var out = new StringBuilder();
            while (matcher.find()) {
                boolean wanted = only.map(m -> m.from() == matcher.start() && m.to() == matcher.end()).orElse(true);
                if (wanted && counts(matcher, places)) matcher.appendReplacement(out, isRegex ? with : Matcher.quoteReplacement(with));
            }
            return matcher.appendTail(out).toString();
        });
        return made.equals(text) ? line : with(line, place, made);
    }

    /** Neither empty nor a part of what a reader sees as one character. */
    private static boolean counts(Matcher m, AllowedText.Boundaries places) {
        return m.end() > m.start() && places.contains(m.start()) && places.contains(m.end());
    }

    private static String text(Line line, Place place) {
        return place == Place.TEXT ? line.text() : line.direction();
    }

    private static Line with(Line l, Place place, String words) {
        return place == Place.TEXT ? l.withText(words) : l.withDirection(words);
    }

    private Pattern pattern() {
        var words = isRegex ? "(?:" + what + ")" : Pattern.quote(what);
        if (wholeWord) words = "(?<![\\p{L}\\p{M}\\p{N}_])" + words + "(?![\\p{L}\\p{M}\\p{N}_])";
        try {
            return Pattern.compile(words, Pattern.UNICODE_CASE | (matchCase ? 0 : Pattern.CASE_INSENSITIVE) | (isRegex ? Pattern.MULTILINE
                    : 0));
        } catch (PatternSyntaxException e) {
            throw Problem.input("The regular expression is not valid: " + e.getDescription() + ". Correct it, or search for plain text.");
        }
    }

    /** Rejects a replacement that refers to groups the expression does not have. */
    private void check(String with) {
        if (!isRegex || what.isEmpty()) return;
        var pattern = pattern();
        var all = Pattern.compile("()".repeat(pattern.matcher("").groupCount())).matcher("");
        var plain = pattern.namedGroups().keySet().stream().reduce(with, (w, name) -> w.replace("${" + name + "}", ""));
        guarded(() -> all.replaceAll(plain));
    }

    private static Matcher matcher(Pattern pattern, String text) {
        return pattern.matcher(new TimeoutCharSequence(text, PATIENCE));
    }

    private static <T> T guarded(java.util.function.Supplier<T> search) {
        try {
            return search.get();
        } catch (TimeoutCharSequence.Endless | StackOverflowError e) {
            throw Problem.input("The regular expression takes too long. Simplify it.");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Problem.input("The replacement refers to a group that the expression does not have, or ends in $ or a backslash. "
                    + "Write \\$ for a dollar sign and \\\\ for a backslash.");
        }
    }
}
