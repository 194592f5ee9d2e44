package studio.parley.dialogue.script.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.Asides;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerEvidence;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.parse.TurnBuilder;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Reads printed plays: {@code ANN. Words}, {@code ANN (aside). Words}, {@code ANN — Words}, or the name on a line of its own with the text
 * below, if such names occur repeatedly. Stage directions and headings are skipped and counted.
 */
public final class PlayFormat {
    private static final String WORD = "(?:\\p{Lu}|\\d|of |the |and |& )[\\p{L}\\p{N}’'-]*";
    /** Words in which a full stop occurs only after titles, initials of names in capitals and {@code NO. 6}. */
    private static final String NAME = "(\\p{Lu}[\\p{L}\\p{N}’'-]*(?: " + WORD + "|(?<=" + SpeakerNameRules.TITLE + ")\\. " + WORD
            + "|\\. \\d{1,3}|(?<=\\b\\p{Lu})\\. \\p{Lu}[\\p{Lu}’'-]*(?!\\p{Ll})){0,6})";
    private static final String ASIDE = "(?:,?\\s*[\\[(]_?([^\\[\\]()]{1,120}?)_?[.]?[\\])])?";
    private static final Pattern BESIDE = Pattern.compile(NAME + ASIDE + "(?:[.:]?\\s*[—–]|\\s-{1,2}|(?:[.:](?=\\s)" + SpeakerNameRules.NO_TITLE
            + "(?<!\\b\\p{Lu}\\. \\p{Lu}\\.)))\\s*(\\S.*)");
    private static final Pattern ABOVE = Pattern.compile("\\**_*" + NAME + ASIDE + "[.:]?_*\\**");
    private static final Pattern COMING = Pattern.compile("(?iu)\\[?_?(?:enter|exit|exeunt|re-enter)\\b.{0,100}");
    private static final Pattern STAGE = Pattern.compile("(?iu)(?:enter|exit|exeunt|re-enter|manet|flourish|alarum|curtain|lights? (?:up|down|out))\\b.*|\\[.*\\]?|_\\[?.*\\]?_");

    private final ScriptSource source;
    private final TurnBuilder turns;
    private final Cast cast;
    private boolean inDirection;

    private PlayFormat(ScriptSource source) {
        this.source = source;
        this.turns = new TurnBuilder(new ScriptBuilder(source), " ", false);
        this.cast = Cast.of(source.lines());
    }

    public static ParsedScript read(ScriptSource source) {
        return new PlayFormat(source).read();
    }

    /**
     * How a text formats its names.
     *
     * @param inCapitals names in capitals occur repeatedly, so that others are not names
     * @param everyBlock nearly every block of lines begins with a name that stands alone
     * @param everyLine nearly every line begins with a name
     * @param blocks number of blocks of lines
     */
    private record Cast(SpeakerEvidence names, boolean inCapitals, boolean everyBlock, boolean everyLine, long blocks) {
        static Cast of(List<String> lines) {
            var names = SpeakerEvidence.of(List.of());
            long written = 0;
            long blocks = 0;
            long above = 0;
            long beside = 0;
            boolean again = false;
            boolean staged = false;
            boolean capitals = false;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).isBlank()) continue;
                if (isStaging(lines.get(i))) {
                    staged = true;
                    continue;
                }
                written++;
                if (i == 0 || lines.get(i - 1).isBlank()) blocks++;
                var candidate = candidate(lines, i);
                if (candidate.isEmpty()) continue;
                var name = candidate.get().name();
                if (isAlone(candidate.get())) above++;
                else beside++;
                names.met(name);
                again |= names.count(name) > 1;
                capitals |= names.count(name) > 1 && SpeakerNameRules.isCapitals(name) && name.length() > 1;
            }
            boolean allAbove = again && blocks > 2 && 4 * above >= 3 * blocks;
            boolean allBeside = (again && beside > 2 || staged) && 4 * beside >= 3 * written;
            return new Cast(names, capitals, allAbove, allBeside, blocks);
        }
    }

    private static boolean isAlone(SpeakerLabel label) {
        return label.words().isBlank() || label.words().matches("\\([^()]*\\) ");
    }

    private static boolean opens(List<String> lines, int index) {
        return index == 0 || lines.get(index - 1).isBlank();
    }

    /**
     * Whether names of this kind begin a considerable part of the lines or blocks and occur repeatedly; next to headings of acts or stage
     * directions, which do not count, they need not occur repeatedly.
     */
    public static boolean isPlay(List<String> all) {
        var cast = Cast.of(all);
        long labels = 0;
        long lines = 0;
        long blocks = 0;
        boolean staged = false;
        var people = new java.util.HashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isBlank()) continue;
            var label = label(all, i, cast);
            if (label.isEmpty() && (isStaging(all.get(i)) || STAGE.matcher(all.get(i).strip()).matches())) {
                staged |= isStaging(all.get(i));
                continue;
            }
            lines++;
            if (opens(all, i)) blocks++;
            if (label.isEmpty()) continue;
            labels++;
            people.add(SpeakerNameRules.fold(label.get().name()));
        }
        boolean recurs = people.size() > 1 && people.size() < labels;
        if (staged && labels > 0) return 2 * labels >= blocks || recurs && 4 * labels >= blocks;
        return recurs && (2 * labels >= lines || blocks > 2 && 2 * labels >= blocks);
    }

    /** The heading of an act or scene, or an entrance or exit. */
    private static boolean isStaging(String line) {
        return SpeakerNameRules.isDivision(line) || COMING.matcher(line.strip()).matches();
    }

    /** Whether names end with a full stop, have text next to them or no blank line above, unlike in any screenplay. */
    public static boolean isPrinted(List<String> all) {
        var cast = Cast.of(all);
        for (int i = 0; i < all.size(); i++) {
            var line = all.get(i).strip();
            int at = i;
            if (label(all, i, cast).filter(l -> !isAlone(l) || line.endsWith(".") || !opens(all, at)).isPresent()) return true;
        }
        return false;
    }

    /** A name that occurs again, or is in capitals like others that do, or stands where all names stand. */
    private static Optional<SpeakerLabel> label(List<String> lines, int index, Cast cast) {
        return candidate(lines, index).filter(l -> {
            boolean capitals = SpeakerNameRules.isCapitals(l.name().replaceAll(" (?:of|the|and) ", " ")) && l.name().length() > 1;
            if (cast.inCapitals() && !capitals) return false;
            boolean again = cast.names().count(l.name()) > 1;
            if (isAlone(l) && !opens(lines, index)) return again || cast.blocks() == 1;
            return capitals || again || (isAlone(l) ? cast.everyBlock() : cast.everyLine());
        });
    }

    private static Optional<SpeakerLabel> candidate(List<String> lines, int index) {
        var line = lines.get(index).strip();
        if (line.length() > 2000 || SpeakerNameRules.isHeading(line.replaceFirst("\\..*", "") + ".") && !SpeakerNameRules.isCapitals(line.replaceFirst("[.—–(\\[].*", ""))
                || STAGE.matcher(line).matches()) return Optional.empty();
        var beside = BESIDE.matcher(line);
        if (beside.matches() && isPerson(beside.group(1))) return Optional.of(label(beside.group(1), beside.group(2), beside.group(3)));
        var above = ABOVE.matcher(line);
        boolean opens = opens(lines, index) || SpeakerNameRules.isCapitals(line) && line.length() > 2 && !SpeakerNameRules.isCapitals(lines.get(index - 1));
        boolean words = index + 1 < lines.size() && !lines.get(index + 1).isBlank() && !(SpeakerNameRules.isCapitals(line) && !opens(lines, index)
                && SpeakerNameRules.isCapitals(lines.get(index + 1)));
        if (opens && words && above.matches() && isPerson(above.group(1))) return Optional.of(label(above.group(1), above.group(2), ""));
        return Optional.empty();
    }

    private static boolean isPerson(String name) {
        return SpeakerNameRules.isName(name) && !SpeakerNameRules.isLabel(name.replaceFirst(" .*", "")) && !name.matches("(?iu)(?:act|scene|chapter|part|prologue|epilogue)\\b.*");
    }

    private static SpeakerLabel label(String name, @org.jspecify.annotations.Nullable String aside, String words) {
        return new SpeakerLabel(SpeakerNameRules.tidy(name), "", aside == null ? words : "(" + aside + ") " + words, true);
    }

    private ParsedScript read() {
        for (int at = 1; at <= source.count(); at++) if (!source.isBlank(at)) line(at, source.line(at).strip());
        turns.end();
        return turns.builder().build(ScriptFormat.PLAY);
    }

    private void line(int at, String line) {
        var label = label(source.lines(), at - 1, cast);
        boolean apart = source.isBlank(at - 1);
        if (inDirection && !apart || STAGE.matcher(line).matches()) {
            turns.builder().notices().passOver(at, "stage direction", line);
            inDirection = (line.startsWith("[") || inDirection) && !line.contains("]");
        } else if (label.isPresent()) {
            turns.turn(at, label.get().name(), label.get().words(), TimingRelation.NEXT);
        } else if (!apart && turns.speaker().isPresent() && Asides.whole(line).isEmpty()) {
            turns.more(at, line);
        } else {
            turns.loose(at, line, apart, false);
        }
    }
}
