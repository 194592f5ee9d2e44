package studio.parley.studio.project.render;

import java.util.List;
import java.util.Optional;

/**
 * What the model would hear before a line if it were spoken now, and how much of its context that takes. All in seconds, of which
 * the model has {@code capacity}: a second of sound costs a second, words cost a little more.
 *
 * @param heard references first, then earlier lines, in order
 * @param dropped offered, but there is no room for them; in order
 * @param unheard offered lines whose sound this model cannot hear, because it was not made here or for another model
 * @param used by what is heard and the line's own words
 * @param reserved for the line's own speech
 * @param trouble why the line cannot be spoken as it is; empty when it can
 * @param tooLong the clip that leaves no room, if that is the trouble
 */
public record ContextBudget(List<Heard> heard, List<Heard> dropped, List<String> unheard, double used, double reserved, double capacity,
        String trouble, Optional<Reference> tooLong) {
    /** One thing that is heard. */
    public sealed interface Heard {
        /** What it costs. */
        double seconds();

        /** How long it sounds. */
        double sound();
    }

    /** A reference clip of a speaker, by its path in the document. */
    public record Reference(int speaker, String path, double seconds, double sound) implements Heard {}

    /** An earlier line; {@code pinned} ones are never dropped. */
    public record Earlier(String line, int speaker, boolean pinned, double seconds, double sound) implements Heard {}

    public ContextBudget {
        heard = List.copyOf(heard);
        dropped = List.copyOf(dropped);
        unheard = List.copyOf(unheard);
    }

    /** Seconds of sound that are heard. */
    public double sound() {
        return heard.stream().mapToDouble(Heard::sound).sum();
    }

    /** How much of what the model can keep in mind before this line is taken, 0 to 1. */
    public double share() {
        return Math.clamp(used / Math.max(1, capacity - reserved), 0, 1);
    }

    /** What of the capacity is still free after what is heard, the words and the room for the line. */
    public double free() {
        return Math.max(0, capacity - used - reserved);
    }
}
