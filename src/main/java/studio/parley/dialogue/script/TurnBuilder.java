package studio.parley.dialogue.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.parley.dialogue.TimingRelation;

/**
 * Puts a dialogue together from its lines: turns with their words, lines that go on with the turn before, directions between
 * turns, and what is nobody's. Shared by all formats in which a turn may go over several lines.
 */
final class TurnBuilder {
    private static final Pattern CREDIT = Pattern.compile("(?iu).*\\b(?:transcri(?:bed|pt|ption)|subtitle[sd]?|captions?|"
            + "captioned|generated|exported|created|provided|synced|corrections?|translated|downloaded)\\b.{0,30}\\b(?:by|with|from|using)\\b.*"
            + "|.*\\b(?:otter\\.ai|rev\\.com|opensubtitles|amara\\.org|descript\\.com|trint\\.com|happyscribe|sonix)\\b.*|©.*|copyright\\b.*");

    private final ScriptBuilder builder;
    private final String joint;
    private final boolean keepsSilent;
    private final StringBuilder words = new StringBuilder();
    private Optional<String> speaker = Optional.empty();
    private TimingRelation relation = TimingRelation.NEXT;
    private int begin;
    private String direction = "";
    /** Directions for whatever is said next, by their lines. */
    private final Map<Integer, String> next = new LinkedHashMap<>();
    private boolean excused;

    /**
     * @param joint what stands between lines of one turn
     * @param keepsSilent whether a name without words is a line, too
     */
    TurnBuilder(ScriptBuilder builder, String joint, boolean keepsSilent) {
        this.builder = builder;
        this.joint = joint;
        this.keepsSilent = keepsSilent;
    }

    ScriptBuilder builder() {
        return builder;
    }

    /** Who spoke last, if anybody did. */
    Optional<String> speaker() {
        return speaker;
    }

    boolean hasWords() {
        return !words.toString().isBlank();
    }

    /** Somebody begins to speak; words may come later. */
    void turn(int at, String name, String text, TimingRelation how) {
        flush();
        speaker = Optional.of(name);
        relation = how;
        begin = at;
        takeDirection();
        words.append(text.strip());
    }

    /** The speaker goes on. */
    void more(int at, String text) {
        if (!next.isEmpty() && hasWords()) {
            turn(at, speaker.orElseThrow(), text, new TimingRelation.After(0));
        } else {
            takeDirection();
            words.append(words.isEmpty() ? "" : joint).append(text.strip());
        }
    }

    private void takeDirection() {
        for (var text : next.values()) direction = LineText.joined(direction, text);
        next.clear();
    }

    /** A direction for whatever is said next. */
    void direct(int at, String text) {
        next.merge(at, text, LineText::joined);
    }

    /** A turn without words needs no notice: what it held was passed over with one. */
    void excuse() {
        excused = true;
    }

    /** A direction for the words of the turn that has begun. */
    void directHere(String text) {
        direction = LineText.joined(direction, text);
    }

    /** What comes without a name is nobody's from here. */
    void pause() {
        flush();
        speaker = Optional.empty();
    }

    /**
     * A line that begins no turn.
     *
     * @param apart whether a blank line stands before it
     */
    void loose(int at, String line, boolean apart) {
        loose(at, line, apart, true);
    }

    /** @param goesOn whether a paragraph without a name is the words of the speaker before */
    void loose(int at, String line, boolean apart, boolean goesOn) {
        var text = line.strip();
        var aside = Asides.whole(text);
        if (isCredit(text)) builder.notices().passOver(at, "closing credit", text);
        else if (aside.isPresent() && text.startsWith("[")) builder.notices().passOver(at, "stage direction", text);
        else if (aside.isPresent() && !text.startsWith("_")) direct(at, aside.get());
        else if (SpeakerNameRules.isHeading(text, apart)) builder.notices().passOver(at, "line", text);
        else if (speaker.isEmpty() || !goesOn) builder.notices().passOver(at, "line", text);
        else goOn(at, text, apart);
    }

    private void goOn(int at, String text, boolean apart) {
        if (hasWords()) builder.notices().at(at, apart ? "A paragraph without a name was given to the previous speaker"
                : "A line without a name was read as a continuation of the previous one");
        more(at, text.replaceFirst("^[:：]\\s+", ""));
    }

    static boolean isCredit(String text) {
        return text.length() < 120 && CREDIT.matcher(text).matches();
    }

    /** The last turn ends; a direction that stands behind it is its own. */
    void end() {
        if (speaker.isPresent()) takeDirection();
        flush();
        next.forEach((at, text) -> builder.notices().passOver(at, "stage direction", "(" + text + ")"));
    }

    private void flush() {
        speaker.ifPresent(name -> {
            boolean silent = !hasWords() && direction.isEmpty();
            if (silent && keepsSilent) builder.notices().at(begin, "A name without text was kept as an empty line");
            if (keepsSilent || !silent) builder.say(begin, builder.speaker(name).number(), direction, words.toString(), relation);
            else if (!excused || !builder.knows(name)) builder.notices().passOver(begin, "name without text", name);
        });
        words.setLength(0);
        excused = false;
        direction = "";
        relation = TimingRelation.NEXT;
    }
}
