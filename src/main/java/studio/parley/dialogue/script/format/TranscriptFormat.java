package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.Asides;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.PrintedTime;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerEvidence;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.parse.TurnBuilder;
import studio.parley.dialogue.script.parse.UnnamedSpeakers;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Reads transcripts and chats, in which names have times: {@code [00:01:02] Ann: words}, {@code Ann (00:01): words}, {@code Ann 0:01} with
 * the text below, {@code 12/03/24, 18:02 - Ann: words}. Times since the beginning pin the lines, times of day do not.
 */
public final class TranscriptFormat {
    private static final Pattern IRC = Pattern.compile("<\\s?([^<>]{1,80})>\\s*(.*)");
    private static final Pattern ZOOM = Pattern.compile("(?i)(?:from\\s+)(.{1,80}?)(?:\\s+to\\s+.{1,80}?)?\\s*:\\s*(.*)");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]{1,60})\\]\\s*:?\\s*(.*)");
    /** What chat programs report about people: {@code * ann waves}, {@code -!- ben has joined}. */
    private static final Pattern ACTION = Pattern.compile("(?:\\*{1,3}|-!-|-->|<--|→|←)\\s.*");
    /** A name in any letter case, as people choose in chats. */
    private static final Pattern SMALL_NAME = Pattern.compile("[\\p{L}\\p{N}'’#_-]+(?: [\\p{L}\\p{N}'’#_-]+){0,3}");
    private static final Pattern BOLD = Pattern.compile("(\\*{2,3}|__)([^*_]{1,80})\\1");

    private final ScriptSource source;
    private final TurnBuilder turns;
    private final StampedLines times;
    private final TranscriptLayout layout;
    private final SpeakerEvidence evidence = SpeakerEvidence.of(List.of());
    private final UnnamedSpeakers unnamed = new UnnamedSpeakers();
    private Optional<PrintedTime> pending = Optional.empty();

    private TranscriptFormat(ScriptSource source) {
        this.source = source;
        this.turns = new TurnBuilder(new ScriptBuilder(source), " ", false);
        this.times = new StampedLines(source);
        this.layout = TranscriptLayout.of(source, times);
        for (int at = 1; at <= source.count(); at++) meet(at, source.line(at).strip());
    }

    public static ParsedScript read(ScriptSource source) {
        var plain = new ArrayList<>(source.lines().stream().map(l -> BOLD.matcher(l).replaceAll("$2")).toList());
        for (int i = 1; i + 1 < plain.size(); i++) {
            boolean isDash = plain.get(i).strip().matches("[—–-]");
            if (isDash && SpeakerNameRules.isName(plain.get(i - 1)) && PrintedTime.isTime(plain.get(i + 1))) plain.set(i, plain.set(i - 1, ""));
        }
        return new TranscriptFormat(new ScriptSource(source.name(), plain, source.notices())).read();
    }

    /** How many lines have a time in a place where transcripts have one. */
    public static long stamped(List<String> lines) {
        long sure = 0;
        boolean nearZero = false;
        for (var line : lines) {
            var text = line.strip();
            var before = PrintedTime.before(text);
            var after = before.isPresent() ? Optional.<PrintedTime.After>empty() : PrintedTime.after(text).filter(PrintedTime.After::isApart)
                    .filter(a -> SpeakerNameRules.isName(SpeakerNameRules.tidy(a.name())));
            nearZero |= before.isPresent() && before.get().stamp().millis().orElse(60_000) < 60_000;
            boolean named = before.filter(b -> b.rest().isEmpty() || b.stamp().bracketed() || b.stamp().millis().isEmpty() || SpeakerLabel.isLikely(b.rest())
                    || isIrc(b.rest()) || ZOOM.matcher(b.rest()).matches()).isPresent();
            if (named || after.isPresent() || nearZero && before.isPresent()) sure++;
        }
        return sure;
    }

    /** {@code <ann> words}, as in chats, whose times are times of day. */
    static boolean isIrc(String rest) {
        return IRC.matcher(rest).matches();
    }

    /** Counts the names that occur with times and colons. */
    private void meet(int at, String line) {
        var before = times.before(at);
        before.flatMap(b -> SpeakerLabel.of(b.rest())).ifPresent(l -> met(l.name()));
        before.filter(b -> SpeakerNameRules.isName(b.rest())).ifPresent(b -> met(b.rest()));
        before.flatMap(b -> SpeakerLabel.dashed(b.rest())).ifPresent(l -> met(l.name()));
        if (before.isEmpty()) {
            times.after(at).map(a -> SpeakerNameRules.tidy(a.name())).filter(SpeakerNameRules::isName).ifPresent(this::met);
            SpeakerLabel.of(line).filter(l -> times.after(at).isEmpty()).ifPresent(l -> met(l.name()));
            if (SpeakerNameRules.isName(line)) met(line);
        }
    }

    private void met(String name) {
        evidence.met(name);
        unnamed.taken(name);
    }

    private ParsedScript read() {
        for (int at = 1; at <= source.count(); at++) if (!source.isBlank(at)) at = line(at, source.line(at).strip());
        turns.end();
        if (!layout.pins() && times.areThere() && turns.builder().hasLines()) {
            turns.builder().notices().say("Times of day and times that run backwards were ignored; the lines follow each other.");
        }
        return turns.builder().build(ScriptFormat.TRANSCRIPT);
    }

    /** Reads a line, and the next if both belong together; returns the last one read. */
    private int line(int at, String line) {
        if (PrintedTime.isDay(line) || ChatNoise.isNoise(line)) return passOver(at, line);
        var before = times.before(at).filter(layout::isTime);
        if (before.isPresent()) {
            pending = Optional.of(before.get().stamp());
            if (!before.get().rest().isEmpty()) stamped(at, before.get().rest());
            return at;
        }
        if (layout.namesAbove() && times.isTimeAlone(at + 1) && SpeakerNameRules.isName(line)) {
            pending = times.before(at + 1).map(PrintedTime.Before::stamp);
            turn(at, line, "");
            return at + 1;
        }
        var after = times.after(at).filter(a -> isName(at, a));
        if (after.isPresent()) {
            pending = Optional.of(after.get().stamp());
            turn(at, after.get().name(), after.get().rest());
        } else {
            unstamped(at, line);
        }
        return at;
    }

    private int passOver(int at, String line) {
        int end = at;
        if (ChatNoise.opensList(line)) while (!source.isBlank(end + 1) && times.before(end + 1).isEmpty()) end++;
        for (int i = at; i <= end; i++) turns.builder().notices().passOver(i, "line of the program", source.line(i));
        return end;
    }

    /** Whether there is a name before a time: with a colon after either, or alone on the line. */
    private boolean isName(int at, PrintedTime.After after) {
        var name = SpeakerNameRules.tidy(after.name());
        if (name.isEmpty() || name.length() > 80) return false;
        if (after.hasColon()) return SpeakerNameRules.isName(name) || evidence.count(name) > 1;
        boolean recurs = evidence.count(name) > 1;
        return after.rest().isEmpty() && (SpeakerNameRules.isName(name) || recurs || source.isBlank(at - 1) && SMALL_NAME.matcher(name).matches());
    }

    /** The text after a time. */
    private void stamped(int at, String rest) {
        var irc = IRC.matcher(rest);
        var zoom = ZOOM.matcher(rest);
        var brackets = BRACKETS.matcher(rest);
        var label = SpeakerLabel.of(rest).filter(this::isSpeaker);
        var dashed = SpeakerLabel.dashed(rest).filter(l -> layout.allDashed() || evidence.count(l.name()) > 1);
        if (ACTION.matcher(rest).matches()) systemMessage(at, rest);
        else if (irc.matches()) turn(at, irc.group(1), irc.group(2));
        else if (zoom.matches()) turn(at, zoom.group(1), zoom.group(2));
        else if (label.isPresent()) turn(at, label.get().name(), label.get().words());
        else if (dashed.isPresent()) turn(at, dashed.get().name(), dashed.get().words());
        else if (brackets.matches() && Asides.mayBeName(brackets.group(1))) turn(at, brackets.group(1), brackets.group(2));
        else if (layout.namesAlone() && SpeakerNameRules.isName(rest) && !source.isBlank(at + 1)) turn(at, rest, "");
        else if (Chevrons.begin(rest)) chevrons(at, rest);
        else if (isOfDay()) systemMessage(at, rest);
        else words(at, rest);
    }

    private void chevrons(int at, String line) {
        for (var words : Chevrons.turns(line)) {
            var label = SpeakerLabel.of(words).filter(this::isSpeaker);
            turn(at, label.map(SpeakerLabel::name).orElseGet(() -> unnamed.other(turns.speaker())), label.map(SpeakerLabel::words).orElse(words));
        }
    }

    private boolean isOfDay() {
        return pending.filter(s -> s.millis().isEmpty()).isPresent();
    }

    private void systemMessage(int at, String text) {
        pending = Optional.empty();
        turns.builder().notices().passOver(at, "system message", text);
    }

    private boolean isSpeaker(SpeakerLabel label) {
        if (SpeakerNameRules.isLabel(label.name())) return evidence.count(label.name()) > 1;
        return SpeakerNameRules.isName(label.name()) || evidence.count(label.name()) > 1 || isOfDay();
    }

    private void unstamped(int at, String line) {
        var label = SpeakerLabel.of(line).filter(this::isSpeaker);
        boolean alone = pending.isPresent() && SpeakerNameRules.isName(line) && evidence.count(line) > 1 && !source.isBlank(at + 1);
        if (label.isPresent() && (pending.isPresent() || evidence.count(label.get().name()) > 1 || source.isBlank(at - 1))) {
            turn(at, label.get().name(), label.get().words());
        } else if (alone) {
            turn(at, line, "");
        } else if (Chevrons.begin(line)) {
            chevrons(at, line);
        } else if (pending.isPresent()) {
            words(at, line);
        } else if (!turns.hasWords() && turns.speaker().isPresent()) {
            said(at, line);
        } else {
            turns.loose(at, withoutTimes(at, line), source.isBlank(at - 1));
        }
    }

    private void turn(int at, String name, String words) {
        var tidy = SpeakerNameRules.tidy(name);
        var start = pending.map(PrintedTime::millis).orElse(OptionalInt.empty());
        pending = Optional.empty();
        var relation = layout.pins() && start.isPresent() ? new TimingRelation.PinnedAt(start.getAsInt()) : TimingRelation.NEXT;
        turns.turn(at, tidy.isEmpty() ? unnamed.first() : tidy, "", relation);
        if (!words.isBlank()) said(at, words);
    }

    /** Text with a time and without a name: the previous speaker continues, at that time. */
    private void words(int at, String words) {
        turn(at, turns.speaker().orElseGet(unnamed::first), words);
    }

    private void said(int at, String words) {
        var kept = ChatNoise.withoutRemarks(withoutTimes(at, words));
        if (ChatNoise.isAttachment(kept)) {
            turns.builder().notices().passOver(at, "attachment", words);
            turns.excuse();
        } else {
            turns.more(at, kept);
        }
    }

    private String withoutTimes(int at, String words) {
        var kept = PrintedTime.withoutTimes(words);
        if (!kept.equals(words.strip())) turns.builder().notices().at(at, "Times within the text were removed");
        return kept;
    }
}
