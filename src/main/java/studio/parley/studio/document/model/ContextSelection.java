package studio.parley.studio.document.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import studio.parley.dialogue.AllowedText;

/**
 * The context choice of a line: a preset (its own, or the project's), and lines added or left out manually.
 *
 * @param preset empty: that of the project
 * @param pinned ids of earlier lines that are always in the context
 * @param excluded ids of earlier lines that are not in the context
 * @param mood which of its speaker's reference clips the line uses ({@link ReferenceMetadata#mood}); empty: the default ones
 */
public record ContextSelection(Optional<Preset> preset, Set<String> pinned, Set<String> excluded, String mood) {
    public static final ContextSelection INHERITED = new ContextSelection(Optional.empty(), Set.of(), Set.of(), "");

    /** How far back the context reaches. */
    public enum Preset {
        /** Only the reference clips. */
        REFERENCES,
        /** The lines since the last pause of three seconds, and at least the last five. */
        SCENE,
        /** Everything that fits. */
        CONVERSATION
    }

    public ContextSelection {
        pinned = Set.copyOf(pinned);
        excluded = Set.copyOf(excluded);
        mood = AllowedText.name(mood);
    }

    /** One with the default clips of its speaker. */
    public ContextSelection(Optional<Preset> preset, Set<String> pinned, Set<String> excluded) {
        this(preset, pinned, excluded, "");
    }

    public ContextSelection withMood(String other) {
        return new ContextSelection(preset, pinned, excluded, other);
    }

    public ContextSelection withPreset(Optional<Preset> other) {
        return new ContextSelection(other, pinned, excluded, mood);
    }

    /** Pinned, left out, or (neither) according to the preset. */
    public ContextSelection withLine(String line, boolean pin, boolean exclude) {
        var in = new HashSet<>(pinned);
        var out = new HashSet<>(excluded);
        in.remove(line);
        out.remove(line);
        if (pin) in.add(line);
        if (exclude) out.add(line);
        return new ContextSelection(preset, in, out, mood);
    }
}
