package studio.parley.studio.document.staleness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Document;

/**
 * Whether a line's take is still what would be rendered now, and if not, what has changed. Pause, gain, fades, trim and position are not
 * part of a take and never make it stale; neither does a line that was inserted since, because no take used it.
 */
public sealed interface Staleness {
    /** Up to date, or a silent line. */
    record Fresh() implements Staleness {}

    /** Nothing has changed, as far as can be determined without the model, which is still loading. */
    record Checking() implements Staleness {}

    /** There is no take yet. */
    record Missing() implements Staleness {}

    /** Red: the line's own text, voice or settings have changed. */
    record Own(Set<Cause> causes) implements Staleness {}

    /** Amber: takes in its context have changed; ids of those lines, in order, including deleted lines. */
    record Upstream(List<String> lines) implements Staleness {}

    /** What has changed about the line itself or its context choice, or that the audio of its take is missing. */
    enum Cause { SOUND, TEXT, SPEAKER, REFERENCES, TEMPERATURE, TOP_K, LENGTH, SEED, MODEL, CONTEXT }

    /** In place of a model's name while it is not known which one it will be. */
    String UNKNOWN_MODEL = "?";

    /** For one line; see {@link TakeInputsResolver#of} for the last two. For many lines, ask for all at once. */
    static Staleness of(Document document, Line line, Delivery defaults, String model) {
        return new StalenessEvaluator(document, defaults, model, Set.of()).of(line);
    }

    /** For all lines by id. See {@link StalenessTracker} for updates after every edit. */
    static Map<String, Staleness> of(Document document, Delivery defaults, String model) {
        return of(document, defaults, model, Set.of());
    }

    /** The same if some clips are missing. */
    static Map<String, Staleness> of(Document document, Delivery defaults, String model, Set<String> lost) {
        var judging = new StalenessEvaluator(document, defaults, model, lost);
        var out = new HashMap<String, Staleness>();
        for (var line : document.lines()) out.put(line.id(), judging.of(line));
        return out;
    }
}
