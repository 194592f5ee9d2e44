package studio.parley.dialogue.script.parse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What looks like a speaker's name, and when two spellings are the same name. */
public final class SpeakerNameRules {
    /** The maximum length of a name; see {@link studio.parley.dialogue.Speaker}. */
    public static final int LONGEST = 200;
    private static final int LONGEST_LIKELY = 80;
    private static final int MOST_WORDS = 12;
    private static final Set<String> PARTICLES = Set.of("von", "van", "vom", "und", "zu", "zum", "zur", "the", "of", "and", "de", "del", "della", "der",
            "den", "des", "dem", "di", "da", "do", "dos", "das", "du", "la", "le", "les", "lo", "el", "al", "bin", "ibn", "ben", "y", "e", "et", "a", "à",
            "i", "og", "och", "ter", "ten", "af", "av", "in", "with", "on", "at", "as", "from", "for", "to", "im", "am", "mit", "als");
    /** Words with a colon that are rarely a name. */
    private static final Set<String> LABELS = Set.of("note", "notes", "nota bene", "warning", "caution", "attention", "danger", "remember", "important",
            "example", "hint", "tip", "nb", "n.b", "ps", "p.s", "p.p.s", "date", "time", "place", "location", "title", "subject", "re", "fwd", "fw", "cc",
            "source", "duration", "length", "chapter", "part", "edit", "update", "todo", "http", "https", "ftp", "file", "i.e", "e.g", "transcript",
            "keywords", "summary keywords", "summary", "topic", "recorded", "recording", "translation", "correction", "fact", "reminder", "result",
            "conclusion", "problem", "reason", "status", "version", "copyright", "author", "credit", "contact", "draft date", "format", "language",
            "kind", "word count", "present", "attendees", "participants", "absent", "apologies", "speakers", "cast", "characters", "genre",
            "runtime", "written by", "directed by", "setting", "scene", "act", "achtung", "hinweis", "warnung", "merke", "remarque", "attenzione",
            "nota", "introduction", "overview", "background", "details", "contents", "usage", "installation", "license", "features", "references",
            "appendix", "abstract", "agenda", "minutes", "discussion", "results", "methods", "decisions", "action items", "next steps", "changelog",
            "about", "faq");
    private static final String DIVIDED = "(?:(?:first|second|third|fourth|fifth|last) (?:act|scene)"
            + "|(?:act|scene|chapter|part|episode|akt|szene|acte|scène|acto|escena)\\s+(?:\\d+|[ivxlc]+|one|two"
            + "|three|four|five|six|seven|eight|nine|ten|the (?:first|second|third|fourth|fifth|last)))\\b[^!?]{0,80}";
    private static final Pattern DIVISION = Pattern.compile("(?iu)(?!chapter|part|episode)" + DIVIDED);
    private static final Pattern HEADING = Pattern.compile("(?iu)(?:" + DIVIDED + "|prologue|epilogue|interlude|intermission"
            + "|interval|curtain|blackout|(?:the )?end|fin|finis|the curtain falls|end of (?:the )?(?:act|scene|play|part|transcript|recording|interview).{0,20})[.:]?");
    /** Titles whose full stop does not end a sentence. */
    public static final String TITLE = "\\b(?i:dr|mrs?|ms|mx|mme|mlle|prof|st|ste|sgt|lt|cpl|capt|cpt|maj|col|gen|adm|cmdr|rev|fr|sr|jr|hon"
            + "|sen|gov|pres|rep|det|insp|supt|messrs)";
    /** After the full stop of a title or number: {@code DR. LEE}, {@code NO. 6}. */
    public static final String NO_TITLE = "(?<!" + TITLE + "\\.)(?!(?<=\\b(?i:no|nr)\\.)\\s\\d)";
    private static final Pattern NO_LETTERS = Pattern.compile("[\\d\\p{P}\\p{S}\\s]*");
    private static final Pattern NUMBER = Pattern.compile("#?\\d{1,4}");
    private static final Pattern NO_NAME = Pattern.compile("(?s)_.*_|.*(?:[?!;…]|\\.\\.\\.|//|-->).*");
    /** Begins with a number, but not like {@code 2nd Guard}. */
    private static final Pattern NUMBERED = Pattern.compile("(?s)(?!\\d\\w*\\s\\p{L})\\d.*");
    private static final Pattern SENTENCE_END = Pattern.compile("\\p{L}{5,}\\.");
    /** {@code d'Artagnan}, {@code mcKay}. */
    private static final Pattern PREFIXED = Pattern.compile("(?:[dl]['’]|mc|mac)\\p{Lu}.*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern HANGING = Pattern.compile("^[-–—•·>|,~\\s]+|[-–—•·|,:：\\s]+$");
    private static final Pattern RULE = Pattern.compile("[\\p{P}\\p{S}\\s]+");

    private SpeakerNameRules() {}

    /** Whether it may be a name by its form: each word begins with a capital, a digit or a letter without case, or is a particle. */
    public static boolean isName(String text) {
        var name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST_LIKELY || NO_LETTERS.matcher(name).matches() && !NUMBER.matcher(name).matches()) return false;
        if (!isBalanced(name) || NO_NAME.matcher(name).matches()) return false;
        var words = BLANKS.split(name);
        if (words.length > MOST_WORDS || words.length > 1 && NUMBERED.matcher(name).matches()) return false;
        if (words.length == 1 && hasNoCase(name)) return name.length() <= 20;
        for (int i = 0; i < words.length; i++) {
            boolean small = i > 0 && PARTICLES.contains(words[i].toLowerCase(Locale.ROOT));
            if (!small && !isCapital(words[i])) return words.length == 1;
        }
        return Arrays.stream(words).noneMatch(SpeakerNameRules::endsSentence);
    }

    /** Whether every bracket that opens is closed, and none closes that has not been opened. */
    private static boolean isBalanced(String name) {
        int open = 0;
        for (char c : name.toCharArray()) {
            if ("([{<".indexOf(c) >= 0) open++;
            else if (")]}>".indexOf(c) >= 0 && --open < 0) return false;
        }
        return open == 0;
    }

    /** ACT I, SCENE 2. A heath: only found in plays. */
    public static boolean isDivision(String line) {
        return DIVISION.matcher(line.strip()).matches();
    }

    /** All letters are capitals, and there is at least one. */
    public static boolean isCapitals(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase) && text.codePoints().noneMatch(Character::isLowerCase);
    }

    /** Words before a colon that are not a speaker, as in "Warning: …". */
    public static boolean isLabel(String name) {
        return LABELS.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Text between speeches that belongs to nobody: ACT ONE, INTERMISSION, rules of asterisks.
     *
     * @param apart whether there is a blank line before it; without one it must be more obvious
     */
    public static boolean isHeading(String line, boolean apart) {
        var text = line.strip();
        if (!apart) return RULE.matcher(text).matches() && text.length() > 2 || HEADING.matcher(text).matches() && isCapitals(text);
        return isHeading(text);
    }

    public static boolean isHeading(String line) {
        var text = line.strip();
        if (RULE.matcher(text).matches() || HEADING.matcher(text).matches()) return true;
        return isCapitals(text) && text.length() <= LONGEST_LIKELY && !text.matches(".*[.!?…][\"”’)]*");
    }

    /** The same for spellings that differ in letter case, spaces or the kind of apostrophe. */
    public static String fold(String name) {
        return BLANKS.matcher(name.strip()).replaceAll(" ").replace('’', '\'').replace('‘', '\'').replace('`', '\'').toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** A normalised name: single spaces, and no punctuation at its ends. */
    public static String tidy(String text) {
        return HANGING.matcher(BLANKS.matcher(CONTROL.matcher(text).replaceAll(" ").strip()).replaceAll(" ")).replaceAll("");
    }

    private static boolean isCapital(String word) {
        int first = word.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('&');
        return !Character.isLowerCase(first) || PREFIXED.matcher(word).matches();
    }

    private static boolean hasNoCase(String text) {
        return text.codePoints().filter(Character::isLetter).noneMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c))
                && text.codePoints().anyMatch(Character::isLetter);
    }

    /** A full stop after a longer word; "Mr. Smith Jr." and "J. R." are names. */
    private static boolean endsSentence(String word) {
        return SENTENCE_END.matcher(word).matches();
    }
}
