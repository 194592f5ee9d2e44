package studio.parley.dialogue.script.parse;

import java.util.Optional;
import java.util.OptionalInt;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.TimingRelation;

/**
 * How a script writes when a line starts: nothing for the default pause, {@code ^} for an interruption of 0.3 s, {@code ^0.5} for another
 * length, {@code ^=} together with the previous line, {@code +0.35} so long after it, {@code @12.5} at that second.
 */
public final class TimingMarks {
    private TimingMarks() {}

    /** Empty if the mark is not valid. */
    public static Optional<TimingRelation> read(String mark) {
        if (mark.isEmpty()) return Optional.of(TimingRelation.NEXT);
        if (mark.equals("^")) return Optional.of(TimingRelation.INTERRUPTS);
        if (mark.equals("^=")) return Optional.of(new TimingRelation.Together());
        OptionalInt millis = ScriptTime.millis(mark.substring(1));
        if (millis.isEmpty()) return Optional.empty();
        return Optional.of(switch (mark.charAt(0)) {
            case '^' -> new TimingRelation.Overlap(millis.getAsInt());
            case '+' -> new TimingRelation.After(millis.getAsInt());
            default -> new TimingRelation.PinnedAt(millis.getAsInt());
        });
    }

    /** The mark with the space before it; empty for the default pause. */
    public static String write(TimingRelation relation) {
        if (relation.equals(TimingRelation.NEXT)) return "";
        if (relation.equals(TimingRelation.INTERRUPTS)) return " ^";
        return switch (relation) {
            case TimingRelation.After a -> " +" + TimeFormat.plainSeconds(a.millis());
            case TimingRelation.Overlap o -> " ^" + TimeFormat.plainSeconds(o.millis());
            case TimingRelation.Together t -> " ^=";
            case TimingRelation.PinnedAt p -> " @" + TimeFormat.plainSeconds(p.millis());
        };
    }
}
