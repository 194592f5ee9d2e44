package studio.parley.dialogue.script.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.parley.dialogue.script.source.CleanText;

/**
 * The beginning of a spoken line, {@code Name:} or {@code "Dr. Ann" ^0.5:}, and what follows.
 *
 * <p>The colon must be followed by a space or the end of the line (except a full-width colon), so {@code 10:30} and {@code http://} are
 * text. A name without quotes has at most twelve words and 80 characters.
 *
 * @param quoted the name is in quotes, so that it is a name whatever it looks like
 */
public record SpeakerLabel(String name, String mark, String words, boolean quoted) {
    private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.){1,400})\"";
    private static final String BARE = "((?:['’+]|~\\s?)?[\\p{L}\\p{N}_][^\\s\":：]*(?:\\s[^\\s\":：^+@(\\[][^\\s\":：]*){0,11})";
    private static final String ASIDE = "((?:\\s{0,3}(?:\\([^()]{1,60}\\)|\\[[^\\[\\]]{1,60}\\])){0,3})";
    private static final Pattern LABEL = Pattern.compile("(?:" + QUOTED + "|" + BARE + ")" + ASIDE
            + "\\s{0,8}?(?:\\s(\\^=|\\^[\\d.]{0,12}|\\+[\\d.]{1,12}|@[\\d.:]{0,15}[\\d.]))?\\s{0,8}(?:[:](?=\\s|$)|：)(.*)", Pattern.DOTALL);
    /** A name with a nickname in quotes: {@code "Mad" Max:}. */
    private static final Pattern NICKNAME = Pattern.compile("((?:\\p{Lu}[^\\s\":：]*\\s){0,3}\"[^\":：]{1,40}\"(?:\\s\\p{Lu}[^\\s\":：(\\[]*){0,3})" + ASIDE + "\\s{0,8}(?:[:](?=\\s|$)|：)(.*)",
            Pattern.DOTALL);
    /** A colon without a space after it: {@code Ann:Hello}. */
    private static final Pattern TIGHT = Pattern.compile("(\\p{L}[\\p{L}\\p{N} .'’-]{0,40}):(?=[\\p{L}\"“„«‘'(\\[¿¡…])(.*)", Pattern.DOTALL);
    private static final Pattern DASHED = Pattern.compile("([^-–—:]{1,80}?)\\s[-–—]\\s+(\\S.*)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern UNDERLINED = Pattern.compile("^_+([^_].*[^_])_+$");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u\\{([0-9A-Fa-f]{1,6})\\}|(.))", Pattern.DOTALL);
    private static final Pattern CAPITAL_WORDS = Pattern.compile("(?:[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}]\\S*\\s*)+");
    private static final Pattern BARE_SAFE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_'.-]*");

    public static Optional<SpeakerLabel> of(String line) {
        var match = LABEL.matcher(line.strip());
        if (!match.matches()) return nickname(line.strip());
        boolean quoted = match.group(1) != null;
        var name = quoted ? unquoted(match.group(1)) : bare(match.group(2));
        if (name.isBlank() || name.length() > SpeakerNameRules.LONGEST || name.chars().anyMatch(Character::isISOControl)) return Optional.empty();
        if (!quoted && name.length() > 80) return Optional.empty();
        return Optional.of(new SpeakerLabel(name.strip(), match.group(4) == null ? "" : match.group(4), words(match.group(3), match.group(5)), quoted));
    }

    private static String bare(String name) {
        return UNDERLINED.matcher(BLANKS.matcher(name).replaceAll(" ")).replaceFirst("$1");
    }

    private static Optional<SpeakerLabel> nickname(String line) {
        var match = NICKNAME.matcher(line);
        if (!match.matches() || match.group(1).matches("\"[^\"]*\"") || !SpeakerNameRules.isName(match.group(1))) return Optional.empty();
        return Optional.of(new SpeakerLabel(match.group(1), "", words(match.group(2), match.group(3)), false));
    }

    /** A name whose colon has no space after it, which is one only if others like it are. */
    static Optional<SpeakerLabel> tight(String line) {
        var match = TIGHT.matcher(line.strip());
        if (!match.matches() || !SpeakerNameRules.isName(match.group(1)) || SpeakerNameRules.isLabel(match.group(1))) return Optional.empty();
        return Optional.of(new SpeakerLabel(match.group(1).strip(), "", match.group(2), false));
    }

    /** A name with a dash after it ({@code Ann - words}), which is one only if others like it are. */
    public static Optional<SpeakerLabel> dashed(String line) {
        var match = DASHED.matcher(line);
        if (!match.matches() || !SpeakerNameRules.isName(match.group(1))) return Optional.empty();
        return Optional.of(new SpeakerLabel(match.group(1), "", match.group(2), false));
    }

    /** Text in brackets after a name ({@code Ben (V.O.):}) is a direction like one before the text. */
    private static String words(String asides, String words) {
        return asides.isBlank() ? words : " " + asides.strip().replace('[', '(').replace(']', ')') + words;
    }

    /** Whether the name looks like one in text of unknown format. */
    public boolean isLikely() {
        return quoted || !mark.isEmpty() || SpeakerNameRules.isName(name) && (!name.contains(" ") || CAPITAL_WORDS.matcher(name).lookingAt());
    }

    public static boolean isLikely(String line) {
        return of(line).filter(SpeakerLabel::isLikely).isPresent();
    }

    /** The name as a script needs it: in quotes unless it is one plain word that cannot be misread. */
    public static String written(String name) {
        if (name.length() <= 40 && BARE_SAFE.matcher(name).matches() && !SpeakerNameRules.isLabel(name) && SpeakerNameRules.isName(name)
                && CleanText.clean(name).equals(name)) return name;
        return "\"" + CleanText.escape(name.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
    }

    public static String unquoted(String written) {
        return ESCAPED.matcher(written).replaceAll(m -> Matcher.quoteReplacement(m.group(1) != null ? CleanText.character(m.group(1)) : m.group(2)));
    }
}
