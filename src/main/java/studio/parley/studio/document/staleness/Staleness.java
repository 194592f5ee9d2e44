package studio.parley.studio.document.staleness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Document;

/**
 * Whether a line's sounding take is still what would be rendered now, and if not, what has changed. Pause, gain, fades, trim and
 * position are no part of a take and never make it stale; neither does a line that was put in since, for no take heard it.
 */
public sealed interface Staleness {
    /** As it would be made now, or a silent line. */
    record Fresh() implements Staleness {}

    /** As far as can be told without the model, which is still being loaded, nothing has changed. */
    record Checking() implements Staleness {}

    /** There is no take yet. */
    record Missing() implements Staleness {}

    /** Red: the line's own words, voice or settings are others. */
    record Own(Set<Cause> causes) implements Staleness {}

    /** Amber: takes it listened to are others; ids of those lines, in order, also of lines that are gone. */
    record Upstream(List<String> lines) implements Staleness {}

    /** What about the line itself or its choice of what it hears has changed, or that the sound of its take is lost. */
    enum Cause { SOUND, TEXT, SPEAKER, REFERENCES, TEMPERATURE, TOP_K, LENGTH, SEED, MODEL, CONTEXT }

    /** In place of a model's name while it is not known which one it will be. */
    String UNKNOWN_MODEL = "?";

    /** Of one line; see {@link TakeInputsResolver#of} for the last two. Of many lines, ask for all at once. */
    static Staleness of(Document document, Line line, Delivery defaults, String model) {
        return new StalenessEvaluator(document, defaults, model, Set.of()).of(line);
    }

    /** Of all lines by id. See {@link StalenessTracker} for asking again after every edit. */
    static Map<String, Staleness> of(Document document, Delivery defaults, String model) {
        return of(document, defaults, model, Set.of());
    }

    /** The same where some clips are lost. */
    static Map<String, Staleness> of(Document document, Delivery defaults, String model, Set<String> lost) {
        var judging = new StalenessEvaluator(document, defaults, model, lost);
        var out = new HashMap<String, Staleness>();
        for (var line : document.lines()) out.put(line.id(), judging.of(line));
        return out;
    }
}
