package studio.parley.dialogue.script;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a spoken line, {@code Name:} or {@code "Dr. Ann" ^0.5:}, and what follows.
 *
 * <p>The colon must be followed by a blank or the end of the line (a full-width colon need not), so {@code 10:30} and
 * {@code http://} are words. A name without quotes has at most five words and 40 characters.
 */
record Head(String name, String mark, String words) {
    private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.){1,200})\"";
    private static final String BARE = "([\\p{L}\\p{N}_][^\\s\":：]*(?: [^\\s\":：^+@(\\[][^\\s\":：]*){0,4})";
    private static final Pattern HEAD =
            Pattern.compile("(?:" + QUOTED + "|" + BARE
                    + ")(?:\\s{1,3}(\\([^()]{1,60}\\)))?\\s{0,8}?(?:\\s(\\^=|\\^[\\d.]{0,12}|\\+[\\d.]{1,12}|@[\\d.:]{0,15}[\\d.]))?\\s{0,8}(?:[:](?=\\s|$)|：)(.*)",
                            Pattern.DOTALL);
    private static final Pattern CAPITAL_WORDS = Pattern.compile("(?:[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}]\\S*\\s*)+");
    private static final Pattern BARE_SAFE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_'.-]*");

    static Optional<Head> of(String line) {
        var match = HEAD.matcher(line.strip());
        if (!match.matches()) return Optional.empty();
        var name = match.group(1) != null ? match.group(1).replaceAll("\\\\(.)", "$1") : match.group(2);
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) return Optional.empty();
        if (match.group(1) == null && name.length() > 40) return Optional.empty();
        return Optional.of(new Head(name.strip(), match.group(4) == null ? "" : match.group(4), words(match.group(3), match.group(5))));
    }

    /** What stands in brackets behind a name ({@code Ben (V.O.):}) is a direction like one before the words. */
    private static String words(@Nullable String aside, String words) {
        return aside == null ? words : " " + aside + words;
    }

    /** Whether the name looks like one in text of unknown form: each word begins with a capital, a digit or a letter without case. */
    static boolean isLikely(String line) {
        return line.startsWith("\"") && of(line).isPresent()
                || of(line).filter(h -> CAPITAL_WORDS.matcher(h.name()).matches() || !h.mark().isEmpty()
                        || !h.name().contains(" ")).isPresent();
    }

    /** The name as a script needs it: in quotes unless it is one plain word. */
    static String written(String name) {
        if (name.length() <= 40 && BARE_SAFE.matcher(name).matches()) return name;
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
