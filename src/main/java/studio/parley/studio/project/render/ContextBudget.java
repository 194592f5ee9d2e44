package studio.parley.studio.project.render;

import java.util.List;
import java.util.Optional;

/**
 * The context of a line if it were rendered now, and how much of the model's context it takes. All in seconds, of which the model has
 * {@code capacity}: a second of audio costs a second, text costs a little more.
 *
 * @param heard references first, then earlier lines, in order
 * @param dropped selected, but they do not fit; in order
 * @param unheard selected lines that this model cannot use, because their take was not made here or was made for another model
 * @param used by the context and the line's own text
 * @param reserved for the line's own speech
 * @param trouble why the line cannot be rendered; empty if it can
 * @param tooLong the clip that causes the problem, if there is one
 */
public record ContextBudget(List<Heard> heard, List<Heard> dropped, List<String> unheard, double used, double reserved, double capacity,
        String trouble, Optional<Reference> tooLong) {
    /** One item of the context. */
    public sealed interface Heard {
        /** What it costs. */
        double seconds();

        /** Its length. */
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

    /** Seconds of audio in the context. */
    public double sound() {
        return heard.stream().mapToDouble(Heard::sound).sum();
    }

    /** How much of the context before this line is used, 0 to 1. */
    public double share() {
        return Math.clamp(used / Math.max(1, capacity - reserved), 0, 1);
    }
}
