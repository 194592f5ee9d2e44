package studio.parley.dialogue.script.format;

import java.util.stream.IntStream;
import studio.parley.dialogue.script.parse.PrintedTime;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * The common layout of the lines of a transcript or chat.
 *
 * @param pins times count from the beginning and never run backwards, unlike those of a chat
 * @param bare most times are only the clock, with no date, brackets, a.m. or p.m.
 * @param allDashed every time has a name and a dash after it
 * @param namesAlone names are alone after their times, with the text on the next line
 * @param namesAbove names are on the line above their times
 */
record TranscriptLayout(boolean pins, boolean bare, boolean allDashed, boolean namesAlone, boolean namesAbove) {
    private static final int LATEST_BEGIN = 6 * 3_600_000;

    static TranscriptLayout of(ScriptSource source, StampedLines times) {
        var leading = times.leading();
        boolean allDashed = leading.size() > 1 && leading.stream().allMatch(b -> SpeakerLabel.dashed(b.rest()).isPresent());
        long unnamed = leading.stream().filter(b -> !b.rest().isEmpty() && SpeakerLabel.of(b.rest()).isEmpty()).count();
        int first = IntStream.rangeClosed(1, source.count()).filter(at -> !source.isBlank(at)).findFirst().orElse(0);
        boolean namesAbove = times.before(first).isEmpty() && standAbove(source, times) > 1;
        return new TranscriptLayout(pins(source, times), bare(source, times), allDashed, 2 * standAlone(source, times) >= unnamed, namesAbove);
    }

    /** How many names are on the line above a time that is alone. */
    private static long standAbove(ScriptSource source, StampedLines times) {
        return IntStream.range(1, source.count()).filter(at -> times.isTimeAlone(at + 1) && !source.isBlank(at + 2) && SpeakerNameRules.isName(source.line(at))).count();
    }

    /** How many names are alone after a time, with the text on the next line. */
    private static long standAlone(ScriptSource source, StampedLines times) {
        return IntStream.range(1, source.count()).filter(at -> times.before(at).filter(b -> SpeakerNameRules.isName(b.rest())).isPresent()
                && !source.isBlank(at + 1) && times.before(at + 1).isEmpty()).count();
    }

    private static boolean pins(ScriptSource source, StampedLines times) {
        int last = -1;
        int known = 0;
        int ofDay = 0;
        for (int at = 1; at <= source.count(); at++) {
            int line = at;
            var before = times.before(at);
            if (before.filter(b -> TranscriptFormat.isIrc(b.rest())).isPresent()) return false;
            var stamp = before.map(PrintedTime.Before::stamp).or(() -> times.after(line).filter(PrintedTime.After::isApart).map(PrintedTime.After::stamp));
            if (stamp.isEmpty()) continue;
            int now = stamp.get().millis().orElse(-1);
            if (now < 0) {
                ofDay++;
                continue;
            }
            if (now < last || known == 0 && now > LATEST_BEGIN) return false;
            last = now;
            known++;
        }
        return known > ofDay;
    }

    private static boolean bare(ScriptSource source, StampedLines times) {
        long bare = times.leading().stream().filter(b -> isBare(b.stamp())).count();
        long others = times.leading().size() - bare + IntStream.rangeClosed(1, source.count()).filter(at -> times.before(at).isEmpty()
                && times.after(at).filter(a -> SpeakerNameRules.isName(SpeakerNameRules.tidy(a.name()))).isPresent()).count();
        return bare >= others;
    }

    private static boolean isBare(PrintedTime stamp) {
        return !stamp.dated() && !stamp.bracketed() && stamp.millis().isPresent();
    }

    /**
     * Whether a line begins with a time like the others, rather than one in somebody's words; one that is the whole line, or is followed by
     * a name, does.
     */
    boolean isTime(PrintedTime.Before line) {
        return bare || !isBare(line.stamp()) || line.rest().isEmpty() || SpeakerLabel.isLikely(line.rest());
    }
}
