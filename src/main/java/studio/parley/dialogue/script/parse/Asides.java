package studio.parley.dialogue.script.parse;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sounds and directions in brackets or asterisks within spoken text: {@code *sighs*}, {@code [laughs]}, {@code (coughs)}, {@code <sigh>}.
 * Brackets in the middle of a sentence are text unless they name a sound.
 */
public final class Asides {
    static final String OPENING = "([{<*_（【";
    private static final String CLOSING = ")]}>*_）】";
    private static final int LONGEST = 200;
    private static final Set<String> SOUNDS = Set.of("laugh", "sigh", "cough", "whisper", "cry", "crie", "sob", "gasp", "chuckl", "chuckle", "giggl", "giggle",
            "groan", "moan", "sniff", "sniffl", "sniffle", "snort", "yawn", "scream", "shout", "yell", "mutter", "mumbl", "mumble", "murmur", "hum", "humm",
            "sing", "clap", "clapp", "applaud", "cheer", "paus", "pause", "beat", "silence", "inhal", "inhale", "exhal", "exhale", "breath", "breathe",
            "gulp", "swallow", "hiccup", "burp", "sneez", "sneeze", "whistl", "whistle", "growl", "grunt", "wheez", "wheeze", "pant", "scoff", "smil",
            "smile", "grin", "grinn", "nod", "nodd", "shrug", "shrugg", "wink", "weep", "wail", "squeal", "shriek", "stammer", "stutter", "clear", "music",
            "applause", "laughter", "crosstalk", "inaudible", "unintelligible", "indistinct", "noise", "hesitat", "hesitate", "snicker", "chortle", "chortl",
            "howl", "bark", "meow", "hiss", "tut", "tsk", "click", "knock", "ring", "slam", "footstep", "lach", "lacht", "seufz", "seufzt", "hust", "hustet",
            "flüstert", "rires", "rire", "soupir", "soupire");
    private static final Set<String> NOUNS = Set.of("music", "applause", "laughter", "crosstalk", "silence", "pause", "beat", "noise", "inaudible",
            "unintelligible", "indistinct", "footsteps", "chatter", "singing", "sound", "sounds", "voice", "sobs", "sighs", "laughs", "crying", "laughing");
    private static final Set<String> NO_SOUNDS = Set.of("thing", "something", "nothing", "anything", "everything", "during", "king", "morning", "evening",
            "bring", "string", "spring", "being", "including", "according", "regarding", "considering", "meaning", "wedding", "building", "yes", "this",
            "is", "was", "his", "its", "us", "as", "always", "thanks", "has", "does", "perhaps", "sometimes", "unless", "only", "really", "probably",
            "possibly", "hopefully", "actually", "exactly", "basically", "apparently", "presumably", "sic", "really?", "no", "ok", "okay");
    /** Nouns that end like adverbs. */
    private static final Set<String> NO_MANNERS = Set.of("molly", "kelly", "emily", "sally", "billy", "willy", "holly", "polly", "lily", "lilly",
            "beverly", "kimberly", "carly", "shelly", "reilly", "connolly", "ewing", "fleming", "manning", "browning", "keating", "sterling",
            "harding", "golding", "irving", "family");
    private static final Pattern TITLED = Pattern.compile(SpeakerNameRules.TITLE + "\\.? .*");
    private static final Pattern ENDS = Pattern.compile("(?s).*[.!?…:;,—–-][\"'”’»)\\]*]*\\s*");
    private static final Pattern SPEAKING = Pattern.compile("(?iu)(?:in|with|to|into|on|off|over|under|from|after|still|both|all|very|more|suddenly|almost)\\b.*");

    private Asides() {}

    /** An aside from {@code from} to {@code to}, and its text. */
    record Aside(int from, int to, String inner) {}

    /** The aside that begins exactly here, if there is one; {@code words} may contain escaped brackets. */
    static Optional<Aside> at(String words, int place) {
        return bracketed(words, place).filter(a -> isAside(words, a));
    }

    /** Whether a whole line consists of asides; their text, joined. */
    public static Optional<String> whole(String line) {
        var text = line.strip();
        var inner = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            var aside = bracketed(text, at);
            if (aside.isEmpty()) return Optional.empty();
            inner.append(inner.isEmpty() ? "" : ", ").append(aside.get().inner());
            at = aside.get().to();
            while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '.')) at++;
        }
        return inner.isEmpty() ? Optional.empty() : Optional.of(inner.toString());
    }

    /** Brackets or asterisks that open here, whatever they contain. */
    static Optional<Aside> bracketed(String words, int place) {
        char open = place < words.length() ? words.charAt(place) : ' ';
        int kind = OPENING.indexOf(open);
        if (kind < 0) return Optional.empty();
        char close = CLOSING.charAt(kind);
        int limit = Math.min(words.length(), place + LONGEST);
        for (int i = place + 1; i < limit; i++) {
            char c = words.charAt(i);
            if (c == '\\') i++;
            else if (c == close && i == place + 1) return Optional.empty();
            else if (c == close) return inner(words, place, i, open);
        }
        return Optional.empty();
    }

    private static Optional<Aside> inner(String words, int from, int last, char open) {
        var inner = words.substring(from + 1, last).strip();
        boolean stars = open == '*' || open == '_';
        var nested = stars || open == '[' ? inner.replaceFirst("^[(\\[*_]\\s*(.*?)\\s*[)\\]*_]$", "$1") : inner;
        if (nested.isBlank() || (open == '{' || open == '<') && !isSound(nested) || stars && open == '_' && nested.equals(inner)) return Optional.empty();
        return Optional.of(new Aside(from, last + 1, nested));
    }

    private static boolean isAside(String words, Aside aside) {
        var inner = aside.inner();
        if (!Character.isLetter(inner.codePointAt(0))) return false;
        int count = inner.split("\\s+").length;
        if (isSound(inner) && count <= 4 && !isBold(words, aside)) return true;
        if (count > 8 || isBold(words, aside)) return false;
        return isApart(words, aside) && switch (words.charAt(aside.from())) {
            case '*' -> SpeakerNameRules.isCapitals(inner.substring(0, 1)) ? false : inner.matches("\\p{L}+(?:s|ing)\\b.*") && isManner(inner)
                    && !startsSmall(words.substring(aside.to(), Math.min(words.length(), aside.to() + 40)));
            case '{', '<' -> false;
            case '(', '（' -> inner.matches("(?:He|She|They|Both|All)\\s.*") || count <= 6 && !inner.matches(".*[.!?,]") && isManner(inner);
            default -> !NO_SOUNDS.contains(inner.toLowerCase(java.util.Locale.ROOT));
        };
    }

    private static boolean isBold(String words, Aside aside) {
        return words.charAt(aside.from()) == '*' && (aside.from() > 0 && words.charAt(aside.from() - 1) == '*'
                || aside.to() < words.length() && words.charAt(aside.to()) == '*');
    }

    /** Between sentences: after the end of one or at the beginning, and before a new one or the end. */
    private static boolean isApart(String words, Aside aside) {
        var before = words.substring(Math.max(0, aside.from() - 40), aside.from());
        if (!before.isBlank() && !ENDS.matcher(before).matches()) return false;
        var after = words.substring(aside.to(), Math.min(words.length(), aside.to() + 40));
        return !startsSmall(after) || before.isBlank() && isManner(aside.inner());
    }

    private static boolean startsSmall(String text) {
        var after = text.stripLeading();
        return !after.isEmpty() && Character.isLowerCase(after.codePointAt(0));
    }

    /** Names a sound that people or things make: "laughs nervously", "nervous laughter", "clears throat". */
    public static boolean isSound(String inner) {
        var words = inner.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+");
        return words.length > 0 && (isSoundWord(words[0]) || NOUNS.contains(words[words.length - 1]));
    }

    private static boolean isSoundWord(String word) {
        return SOUNDS.contains(word) || NOUNS.contains(word) || SOUNDS.contains(word.replaceFirst("(?:ing|es|s)$", ""));
    }

    /** Whether the text in brackets may be the name of a speaker: it looks like a name and is neither a sound nor a manner. */
    public static boolean mayBeName(String inner) {
        var name = inner.strip();
        if (!SpeakerNameRules.isName(name) || Character.isLowerCase(name.codePointAt(0))) return false;
        if (TITLED.matcher(name).matches()) return true;
        var small = name.substring(0, 1) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
        return !isManner(SpeakerNameRules.isCapitals(name) ? small : name);
    }

    /** Describes how or to whom: "quietly", "to Bob", "entering", "off", or is written in capitals. */
    public static boolean isManner(String inner) {
        var words = inner.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}'’-]+");
        if (isSound(inner) || SPEAKING.matcher(inner).matches() || SpeakerNameRules.isCapitals(inner) && inner.length() > 3) return true;
        for (var word : words) if (isSoundWord(word)) return true;
        for (var word : words) {
            boolean isOther = NO_SOUNDS.contains(word) || NO_MANNERS.contains(word) || word.length() <= 4;
            if (!isOther && (word.endsWith("ing") || word.endsWith("ly"))) return true;
        }
        return words.length > 1 && words[0].length() > 2 && words[0].endsWith("s") && !NO_SOUNDS.contains(words[0]);
    }
}
