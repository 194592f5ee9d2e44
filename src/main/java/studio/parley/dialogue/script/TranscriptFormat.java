package studio.parley.dialogue.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import studio.parley.dialogue.Relation;

/**
 * Reads transcripts and chats, in which names have times: {@code [00:01:02] Ann: words}, {@code Ann (00:01): words}, {@code Ann 0:01}
 * with the words below, {@code 12/03/24, 18:02 - Ann: words}. Times since the beginning pin the lines, times of day do not.
 */
final class TranscriptFormat {
    private static final Pattern IRC = Pattern.compile("<\\s?([^<>]{1,80})>\\s*(.*)");
    private static final Pattern ZOOM = Pattern.compile("(?i)(?:from\\s+)(.{1,80}?)(?:\\s+to\\s+.{1,80}?)?\\s*:\\s*(.*)");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]{1,60})\\]\\s*:?\\s*(.*)");
    /** What chat programs say of people: {@code * ann waves}, {@code -!- ben has joined}. */
    private static final Pattern ACTION = Pattern.compile("(?:\\*{1,3}|-!-|-->|<--|→|←)\\s.*");
    private static final Pattern BOLD = Pattern.compile("(\\*{2,3}|__)([^*_]{1,80})\\1");
    private static final Pattern DASHED = Pattern.compile("([^-–—:]{1,80}?)\\s[-–—]\\s+(\\S.*)");
    private static final Pattern CHEVRONS = Pattern.compile("^(?:-\\s?)?>>+\\s*");

    private final ScriptSource source;
    private final Turns turns;
    private final SpeakerEvidence evidence;
    private final UnnamedSpeakers unnamed = new UnnamedSpeakers();
    private final boolean pins;
    private final TimeForms forms;
    /** Every time has a name and a dash behind it. */
    private final boolean allDashed;
    private final boolean namesAlone;
    private final boolean namesAbove;
    private Optional<Stamp> pending = Optional.empty();

    private TranscriptFormat(ScriptSource source) {
        this.source = source;
        this.turns = new Turns(new ScriptBuilder(source), " ", false);
        this.evidence = SpeakerEvidence.of(List.of());
        this.forms = TimeForms.of(source.lines());
        source.lines().forEach(this::meet);
        boolean timesFirst = source.lines().stream().filter(l -> !l.isBlank()).findFirst().flatMap(l -> Stamp.before(l.strip())).isPresent();
        this.namesAbove = !timesFirst && standsAbove(source) > 1;
        this.pins = pins(source.lines());
        var rests = source.lines().stream().flatMap(l -> Stamp.before(l.strip()).stream()).map(Stamp.Before::rest).toList();
        this.allDashed = rests.size() > 1 && rests.stream().allMatch(r -> dashed(r).isPresent());
        this.namesAlone = 2 * standsAlone(source) >= source.lines().stream().filter(l -> Stamp.before(l.strip()).filter(b -> !b.rest().isEmpty()
                && SpeakerLabel.of(b.rest()).isEmpty()).isPresent()).count();
    }

    /** How many names stand on the line above a time that is alone. */
    private static long standsAbove(ScriptSource source) {
        long count = 0;
        for (int at = 1; at < source.count(); at++) {
            boolean alone = Stamp.before(source.line(at + 1).strip()).filter(b -> b.rest().isEmpty()).isPresent();
            if (alone && Names.isName(source.line(at)) && !source.isBlank(at + 2)) count++;
        }
        return count;
    }

    static ParsedScript read(ScriptSource source) {
        var plain = new ArrayList<>(source.lines().stream().map(l -> BOLD.matcher(l).replaceAll("$2")).toList());
        for (int i = 1; i + 1 < plain.size(); i++) {
            if (plain.get(i).strip().matches("[—–-]") && Names.isName(plain.get(i - 1)) && Stamp.isTime(plain.get(i + 1))) plain.set(i, plain.set(i - 1, ""));
        }
        return new TranscriptFormat(new ScriptSource(source.name(), plain, source.notices())).read();
    }

    /** How many lines have a time in a place where transcripts have one. */
    static long stamped(List<String> lines) {
        long sure = 0;
        boolean nearZero = false;
        for (var line : lines) {
            var text = line.strip();
            var before = Stamp.before(text);
            var after = before.isPresent() ? Optional.<Stamp.After>empty() : Stamp.after(text).filter(a -> a.rest().isEmpty() || a.colon() || a.name().endsWith(":"))
                    .filter(a -> Names.isName(Names.tidy(a.name())));
            nearZero |= before.isPresent() && before.get().stamp().millis().orElse(60_000) < 60_000;
            boolean named = before.filter(b -> b.rest().isEmpty() || b.stamp().bracketed() || b.stamp().millis().isEmpty() || SpeakerLabel.isLikely(b.rest())
                    || IRC.matcher(b.rest()).matches() || ZOOM.matcher(b.rest()).matches()).isPresent();
            if (named || after.isPresent() || nearZero && before.isPresent()) sure++;
        }
        return sure;
    }

    /** Counts the names that stand with times and colons. */
    private void meet(String raw) {
        var line = raw.strip();
        var before = Stamp.before(line);
        before.flatMap(b -> SpeakerLabel.of(b.rest())).ifPresent(l -> met(l.name()));
        before.filter(b -> Names.isName(b.rest())).ifPresent(b -> met(b.rest()));
        before.flatMap(b -> dashed(b.rest())).ifPresent(l -> met(l.name()));
        if (before.isEmpty()) {
            Stamp.after(line).map(a -> Names.tidy(a.name())).filter(Names::isName).ifPresent(this::met);
            SpeakerLabel.of(line).filter(l -> Stamp.after(line).isEmpty()).ifPresent(l -> met(l.name()));
            if (Names.isName(line)) met(line);
        }
    }

    private void met(String name) {
        evidence.met(name);
        unnamed.taken(name);
    }

    /** Times pin lines when most count from the beginning, and none runs back; those of a chat are times of day. */
    private static boolean pins(List<String> lines) {
        int last = -1;
        int known = 0;
        int ofDay = 0;
        for (var line : lines) {
            var before = Stamp.before(line.strip());
            if (before.filter(b -> IRC.matcher(b.rest()).matches()).isPresent()) return false;
            var stamp = before.map(Stamp.Before::stamp).or(() -> Stamp.after(line.strip()).filter(a -> a.rest().isEmpty() || a.colon() || a.name().endsWith(":"))
                    .map(Stamp.After::stamp));
            if (stamp.isEmpty()) continue;
            int now = stamp.get().millis().orElse(-1);
            if (now < 0) {
                ofDay++;
                continue;
            }
            if (now < last || known == 0 && now > 6 * 3_600_000) return false;
            last = now;
            known++;
        }
        return known > ofDay;
    }

    /** How many names stand alone behind a time, with the words on the next line. */
    private static long standsAlone(ScriptSource source) {
        long count = 0;
        for (int at = 1; at < source.count(); at++) {
            var before = Stamp.before(source.line(at).strip());
            if (before.filter(b -> Names.isName(b.rest())).isPresent() && !source.isBlank(at + 1) && Stamp.before(source.line(at + 1).strip()).isEmpty()) count++;
        }
        return count;
    }

    private ParsedScript read() {
        for (int at = 1; at <= source.count(); at++) if (!source.isBlank(at)) at = line(at, source.line(at).strip());
        turns.end();
        boolean timed = source.lines().stream().anyMatch(l -> Stamp.before(l.strip()).isPresent() || Stamp.after(l.strip()).isPresent());
        if (!pins && timed && turns.builder().hasLines()) turns.builder().notices().say("Times of day or times that run back are left out; the lines follow each other.");
        return turns.builder().build(ScriptFormat.TRANSCRIPT);
    }

    /** Reads a line, and the next where both belong together; returns the last one read. */
    private int line(int at, String line) {
        if (Stamp.isDay(line) || ChatNoise.isNoise(line)) return passOver(at, line);
        var before = Stamp.before(line).filter(b -> forms.isTime(b));
        if (before.isPresent()) {
            pending = Optional.of(before.get().stamp());
            if (!before.get().rest().isEmpty()) stamped(at, before.get().rest());
            return at;
        }
        var below = at < source.count() ? Stamp.before(source.line(at + 1).strip()).filter(b -> b.rest().isEmpty()) : Optional.<Stamp.Before>empty();
        if (below.isPresent() && Names.isName(line) && namesAbove) {
            pending = Optional.of(below.get().stamp());
            turn(at, line, "");
            return at + 1;
        }
        var after = Stamp.after(line).filter(a -> isName(at, a));
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
        if (ChatNoise.opensList(line)) while (!source.isBlank(end + 1) && Stamp.before(source.line(end + 1).strip()).isEmpty()) end++;
        for (int i = at; i <= end; i++) turns.builder().notices().passOver(i, "line of the program", source.line(i));
        return end;
    }

    /** Whether a name stands before a time: with a colon behind either, or alone on the line. */
    private boolean isName(int at, Stamp.After after) {
        var name = Names.tidy(after.name());
        if (name.isEmpty() || name.length() > 80) return false;
        if (after.colon() || after.name().endsWith(":")) return Names.isName(name) || evidence.count(name) > 1;
        return after.rest().isEmpty() && (Names.isName(name) || evidence.count(name) > 1 || source.isBlank(at - 1) && name.matches("[\\p{L}\\p{N}'’#_-]+(?: [\\p{L}\\p{N}'’#_-]+){0,3}"));
    }

    /** What stands behind a time. */
    private void stamped(int at, String rest) {
        var irc = IRC.matcher(rest);
        var zoom = ZOOM.matcher(rest);
        var brackets = BRACKETS.matcher(rest);
        var label = SpeakerLabel.of(rest).filter(this::isSpeaker);
        if (ACTION.matcher(rest).matches()) systemMessage(at, rest);
        else if (irc.matches()) turn(at, irc.group(1), irc.group(2));
        else if (zoom.matches()) turn(at, zoom.group(1), zoom.group(2));
        else if (label.isPresent()) turn(at, label.get().name(), label.get().words());
        else if (dashed(rest).filter(l -> allDashed || evidence.count(l.name()) > 1).isPresent()) dashed(rest).ifPresent(l -> turn(at, l.name(), l.words()));
        else if (brackets.matches() && Asides.mayBeName(brackets.group(1))) turn(at, brackets.group(1), brackets.group(2));
        else if (namesAlone && Names.isName(rest) && !source.isBlank(at + 1)) turn(at, rest, "");
        else if (CHEVRONS.matcher(rest).lookingAt()) chevrons(at, rest);
        else if (isOfDay()) systemMessage(at, rest);
        else words(at, rest);
    }

    /** Turns that begin with {@code >>}, with a name or without one, of which several may stand on a line. */
    private void chevrons(int at, String line) {
        for (var part : line.split("\\s+(?=>>)")) {
            var bare = CHEVRONS.matcher(part).replaceFirst("");
            var label = SpeakerLabel.of(bare).filter(this::isSpeaker);
            turn(at, label.map(SpeakerLabel::name).orElseGet(() -> unnamed.other(turns.speaker())), label.map(SpeakerLabel::words).orElse(bare));
        }
    }

    /** Whether captions are marked with {@code >>} where somebody else speaks. */
    static boolean hasChevrons(List<String> lines) {
        return 2 * lines.stream().filter(l -> CHEVRONS.matcher(l.strip()).lookingAt()).count() >= lines.size();
    }

    /** {@code Ann - words}. */
    private static Optional<SpeakerLabel> dashed(String rest) {
        var match = DASHED.matcher(rest);
        return match.matches() && Names.isName(match.group(1)) ? Optional.of(new SpeakerLabel(match.group(1), "", match.group(2), false)) : Optional.empty();
    }

    private boolean isOfDay() {
        return pending.filter(s -> s.millis().isEmpty()).isPresent();
    }

    private void systemMessage(int at, String text) {
        pending = Optional.empty();
        turns.builder().notices().passOver(at, "system message", text);
    }

    private boolean isSpeaker(SpeakerLabel label) {
        if (Names.isLabel(label.name())) return evidence.count(label.name()) > 1;
        return Names.isName(label.name()) || evidence.count(label.name()) > 1 || isOfDay();
    }

    private void unstamped(int at, String line) {
        var label = SpeakerLabel.of(line).filter(this::isSpeaker);
        boolean alone = pending.isPresent() && Names.isName(line) && evidence.count(line) > 1 && !source.isBlank(at + 1);
        if (label.isPresent() && (pending.isPresent() || evidence.count(label.get().name()) > 1 || source.isBlank(at - 1))) {
            turn(at, label.get().name(), label.get().words());
        } else if (alone) {
            turn(at, line, "");
        } else if (CHEVRONS.matcher(line).lookingAt()) {
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
        var tidy = Names.tidy(name);
        var start = pending.map(Stamp::millis).orElse(OptionalInt.empty());
        pending = Optional.empty();
        turns.turn(at, tidy.isEmpty() ? unnamed.first() : tidy, "", pins && start.isPresent() ? new Relation.PinnedAt(start.getAsInt()) : Relation.NEXT);
        if (!words.isBlank()) said(at, words);
    }

    /** Words with a time and without a name: whoever spoke goes on, at that time. */
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
        var kept = Stamp.withoutTimes(words);
        if (!kept.equals(words.strip())) turns.builder().notices().at(at, "Times among the words are left out");
        return kept;
    }
}
