package studio.parley.dialogue.script;

import java.util.Optional;
import java.util.OptionalInt;
import studio.parley.dialogue.Relation;

/**
 * How a script writes when a line starts: nothing for the usual pause, {@code ^} for an interruption of 0.3 s, {@code ^0.5} for
 * another length, {@code ^=} together with the line before, {@code +0.35} so long after it, {@code @12.5} at that second.
 */
final class Marks {
    private Marks() {}

    /** Nothing if the mark cannot be read. */
    static Optional<Relation> read(String mark) {
        if (mark.isEmpty()) return Optional.of(Relation.NEXT);
        if (mark.equals("^")) return Optional.of(Relation.INTERRUPTS);
        if (mark.equals("^=")) return Optional.of(new Relation.Together());
        OptionalInt millis = Clock.millis(mark.substring(1));
        if (millis.isEmpty()) return Optional.empty();
        return Optional.of(switch (mark.charAt(0)) {
            case '^' -> new Relation.Overlap(millis.getAsInt());
            case '+' -> new Relation.After(millis.getAsInt());
            default -> new Relation.PinnedAt(millis.getAsInt());
        });
    }

    /** The mark with the blank before it; empty for the usual pause. */
    static String write(Relation relation) {
        if (relation.equals(Relation.NEXT)) return "";
        if (relation.equals(Relation.INTERRUPTS)) return " ^";
        return switch (relation) {
            case Relation.After a -> " +" + Clock.seconds(a.millis());
            case Relation.Overlap o -> " ^" + Clock.seconds(o.millis());
            case Relation.Together t -> " ^=";
            case Relation.PinnedAt p -> " @" + Clock.seconds(p.millis());
        };
    }
}
