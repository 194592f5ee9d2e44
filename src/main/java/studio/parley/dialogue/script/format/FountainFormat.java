package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.parse.TurnBuilder;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Reads the spoken part of a Fountain screenplay: cues ({@code ANN (V.O.)}, {@code @McAvoy}, {@code BEN ^} for dual dialogue),
 * parentheticals as directions, and dialogue. Everything else is skipped and counted: headings, action, transitions, centred text, lyrics,
 * sections, synopses, notes and boneyard.
 */
public final class FountainFormat {
    private static final Pattern EXTENSION = Pattern.compile("\\(([^()]{0,100})\\)");
    private static final Pattern CUE = Pattern.compile("(?:@.*[^\\s^].*|(?=[^\\p{Ll}(]*[\\p{Lu}\\p{Lo}])[^\\p{Ll}(]+(?:\\([^)]{0,100}\\)\\s*)*:?\\s*\\^?)");
    private static final Pattern SCENE = Pattern.compile("(?i)(?:(?:int|ext|est|i/e|int\\.?/ext)[. ].*|\\.[^.\\s].*)");
    private static final Pattern TRANSITION = Pattern.compile(".*\\bTO:|(?:FADE|CUT|DISSOLVE|IRIS|SMASH CUT|MATCH CUT)\\b[^a-z]*[.:]");
    private static final Pattern EMPHASIS = Pattern.compile("(?<!\\\\)(\\*{1,3}|_)(?=\\S)((?:[^*_]|(?<=\\w)_(?=\\w)){0,500}?)(?<=\\S)(?<!\\\\)\\1");
    private static final Pattern KEY = Pattern.compile("(?iu)(title|credits?|authors?|source|notes?|draft date|date|contact|copyright|revision|format|font)\\s*:\\s*(.*)");
    private static final Pattern CONTINUED = Pattern.compile("(?iu)cont(?:['’]?d|inued|inuing)?\\.?");

    private final ScriptSource source;
    private final List<FountainNotes.Numbered> lines;
    private final ScriptBuilder builder;

    private FountainFormat(ScriptSource source) {
        this.source = source;
        this.lines = FountainNotes.takenOut(source);
        this.builder = new ScriptBuilder(source);
    }

    public static ParsedScript read(ScriptSource source) {
        return new FountainFormat(source).read();
    }

    /** Whether a line may be a cue for the text below it. */
    public static boolean isCue(String line) {
        var bare = line.strip();
        if (bare.length() > 100 || !CUE.matcher(bare).matches()) return false;
        return bare.startsWith("@") || !SpeakerNameRules.isDivision(bare) && !isHeading(bare) && !bare.matches("[>#=!~.].*");
    }

    private ParsedScript read() {
        for (int i = titlePage(); i < lines.size(); i++) {
            if (isBlank(i)) continue;
            if (isBlank(i - 1) && isCue(text(i)) && goesOn(i + 1)) i = speech(i);
            else builder.notices().passOver(lines.get(i).number(), kind(text(i)), text(i));
        }
        return builder.build(ScriptFormat.FOUNTAIN);
    }

    private String text(int index) {
        return lines.get(index).text().strip();
    }

    private boolean isBlank(int index) {
        return index < 0 || index >= lines.size() || lines.get(index).text().isBlank();
    }

    /** Reads the title page, if there is one; returns the index after it. */
    private int titlePage() {
        int i = 0;
        while (i < lines.size() && isBlank(i)) i++;
        if (i == lines.size() || !KEY.matcher(text(i)).matches()) return 0;
        var titles = new ArrayList<String>();
        boolean inTitle = false;
        for (; !isBlank(i); i++) {
            var key = KEY.matcher(text(i));
            boolean isKey = key.matches();
            if (isKey) inTitle = key.group(1).equalsIgnoreCase("title");
            var value = isKey ? key.group(2) : text(i);
            if (inTitle && !value.isBlank()) titles.add(plain(value));
            else if (!inTitle) builder.notices().passOver(lines.get(i).number(), "title page entry", text(i));
        }
        builder.title(String.join(" ", titles));
        return i;
    }

    private static String kind(String line) {
        if (line.matches("={3,}")) return "page break";
        if (line.startsWith("=")) return "synopsis line";
        if (line.startsWith("#")) return "section";
        if (line.startsWith("~")) return "lyric";
        if (line.startsWith(">")) return line.endsWith("<") ? "centred line" : "transition";
        if (SCENE.matcher(line).matches()) return "scene heading";
        return TRANSITION.matcher(line).matches() ? "transition" : "line of action";
    }

    /** Reads a cue and its dialogue; returns the index of its last line. */
    private int speech(int cueIndex) {
        var cue = text(cueIndex);
        int at = lines.get(cueIndex).number();
        var turns = new TurnBuilder(builder, " ", false);
        EXTENSION.matcher(cue).results().map(m -> m.group(1).strip()).filter(e -> !e.isEmpty() && !CONTINUED.matcher(e).matches())
                .forEach(e -> turns.direct(at, e));
        turns.turn(at, name(cue, at), "", cue.endsWith("^") ? TimingRelation.INTERRUPTS : TimingRelation.NEXT);
        int next = cueIndex + 1;
        for (; goesOn(next); next++) {
            int closing = text(next).startsWith("(") ? closing(next) : -1;
            if (closing >= 0) {
                var inner = String.join(" ", lines.subList(next, closing + 1).stream().map(l -> l.text().strip()).toList());
                turns.direct(lines.get(next).number(), plain(inner.substring(1, inner.length() - 1)).strip());
                next = closing;
            } else if (!isBlank(next)) {
                turns.more(lines.get(next).number(), plain(text(next).replaceFirst("^~\\s*", "")).replace("\\", "\\\\"));
            }
        }
        turns.end();
        return next - 1;
    }

    /** An empty line ends a speech; one of two or more spaces does not, unless another cue follows. */
    private boolean goesOn(int index) {
        int next = index;
        while (next < lines.size() && isBlank(next) && lines.get(next).text().length() >= 2) next++;
        return !isBlank(next) && !endsSpeech(text(next)) && (next == index || !(isCue(text(next)) && !isBlank(next + 1)));
    }

    /**
     * Centred text, page breaks and, in capitals, transitions and scene headings are not dialogue even without an empty line before them.
     */
    private static boolean endsSpeech(String line) {
        return line.startsWith(">") || line.matches("={3,}") || SpeakerNameRules.isCapitals(line) && isHeading(line);
    }

    private static boolean isHeading(String line) {
        return SCENE.matcher(line).matches() || TRANSITION.matcher(line).matches();
    }

    /** The index of the line on which the parenthetical that begins here ends: this one or one of the next few; -1 if none. */
    private int closing(int index) {
        for (int i = index; i < index + 5 && !isBlank(i); i++) {
            if (text(i).endsWith(")")) return i;
            if (text(i).contains(")")) return -1;
        }
        return -1;
    }

    /** The cue without {@code @}, {@code ^} and extensions such as (V.O.). */
    private String name(String cue, int at) {
        var name = SpeakerNameRules.tidy(EXTENSION.matcher(cue.replaceFirst("^@", "").replaceFirst("\\^$", "")).replaceAll(""));
        if (name.length() > SpeakerNameRules.LONGEST) throw source.problem(at, "The name of this cue is missing or longer than 200 characters. Correct it.");
        return name.isEmpty() ? cue : name;
    }

    private static String plain(String line) {
        var text = line.strip();
        for (int i = 0; i < 3; i++) text = EMPHASIS.matcher(text).replaceAll("$2");
        return text.replaceAll("\\\\([*_\\\\])", "$1");
    }
}
