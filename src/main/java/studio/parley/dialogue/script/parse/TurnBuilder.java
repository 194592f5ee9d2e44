package studio.parley.dialogue.script.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.parley.dialogue.TimingRelation;

/**
 * Builds a dialogue from its lines: turns with their text, lines that continue the previous turn, directions between turns, and text
 * without a speaker. Shared by all formats in which a turn may extend over several lines.
 */
public final class TurnBuilder {
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
    /** Directions for the next turn, by their lines. */
    private final Map<Integer, String> next = new LinkedHashMap<>();
    private boolean excused;

    /**
     * @param joint separator between lines of one turn
     * @param keepsSilent whether a name without text is a line, too
     */
    public TurnBuilder(ScriptBuilder builder, String joint, boolean keepsSilent) {
        this.builder = builder;
        this.joint = joint;
        this.keepsSilent = keepsSilent;
    }

    public ScriptBuilder builder() {
        return builder;
    }

    /** The last speaker, if there is one. */
    public Optional<String> speaker() {
        return speaker;
    }

    public boolean hasWords() {
        return !words.toString().isBlank();
    }

    /** A speaker begins; text may follow later. */
    public void turn(int at, String name, String text, TimingRelation how) {
        flush();
        speaker = Optional.of(name);
        relation = how;
        begin = at;
        takeDirection();
        words.append(text.strip());
    }

    /** The speaker continues. */
    public void more(int at, String text) {
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

    /** A direction for the next turn. */
    public void direct(int at, String text) {
        next.merge(at, text, LineText::joined);
    }

    /** A turn without text needs no notice: its content was reported when it was skipped. */
    public void excuse() {
        excused = true;
    }

    /** A direction for the text of the current turn. */
    public void directHere(String text) {
        direction = LineText.joined(direction, text);
    }

    /** From here on, text without a name belongs to nobody. */
    public void pause() {
        flush();
        speaker = Optional.empty();
    }

    /**
     * A line that does not begin a turn.
     *
     * @param apart whether there is a blank line before it
     */
    public void loose(int at, String line, boolean apart) {
        loose(at, line, apart, true);
    }

    /** @param goesOn whether a paragraph without a name belongs to the previous speaker */
    public void loose(int at, String line, boolean apart, boolean goesOn) {
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

    public static boolean isCredit(String text) {
        return text.length() < 120 && CREDIT.matcher(text).matches();
    }

    /** Ends the last turn; a direction at its end belongs to it. */
    public void end() {
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
