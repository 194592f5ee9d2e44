package studio.parley.studio.document;

import java.util.Optional;
import java.util.Set;

/**
 * What a line listens to before it is spoken: a preset (its own, or the project's), and lines added or left out by hand.
 *
 * @param preset empty: as the project says
 * @param pinned ids of earlier lines that are heard in any case
 * @param excluded ids of earlier lines that are not heard
 */
public record Listening(Optional<Preset> preset, Set<String> pinned, Set<String> excluded) {
    public static final Listening INHERITED = new Listening(Optional.empty(), Set.of(), Set.of());

    /** How far back a line hears. */
    public enum Preset {
        /** Only the reference clips. */
        REFERENCES,
        /** The lines since the last pause of three seconds, and at least the last five. */
        SCENE,
        /** All that fits. */
        CONVERSATION
    }

    public Listening {
        pinned = Set.copyOf(pinned);
        excluded = Set.copyOf(excluded);
    }
}
