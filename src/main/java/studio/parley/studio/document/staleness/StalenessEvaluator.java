package studio.parley.studio.document.staleness;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.document.staleness.Staleness.Cause;

/** Staleness of the lines of one document: what they share is looked up once, so the total time is linear in their number. */
final class StalenessEvaluator {
    /** The audio of a line: its speaker and the clip; empty if there is none. */
    record Sound(int speaker, String clip) {}

    /** What determines which reference clips a line uses. */
    private record Voice(int speaker, String mood) {}

    private final Document document;
    private final Delivery defaults;
    private final String model;
    private final Set<String> lost;
    private final Map<Voice, List<HeardReference>> references = new HashMap<>();
    private final Function<Line, String> spoken;
    private final Map<String, Sound> sounds;

    /** @param lost clips that are missing and cannot be restored */
    StalenessEvaluator(Document document, Delivery defaults, String model, Set<String> lost) {
        this(document, defaults, model, lost, sounds(document));
    }

    /** @param sounds those of the document, if known */
    StalenessEvaluator(Document document, Delivery defaults, String model, Set<String> lost, Map<String, Sound> sounds) {
        this.lost = lost;
        this.document = document;
        this.defaults = defaults;
        this.model = model;
        this.spoken = document.spokenTexts();
        this.sounds = sounds;
    }

    /** The current audio, by line id. */
    static Map<String, Sound> sounds(Document document) {
        var out = new HashMap<String, Sound>(2 * document.lines().size());
        for (var line : document.lines()) out.put(line.id(), new Sound(line.speaker(), clip(line)));
        return out;
    }

    private static String clip(Line line) {
        var take = line.sounding();
        return take.isEmpty() ? "" : take.get().clip();
    }

    Staleness of(Line line) {
        if (!line.isSpoken()) return new Staleness.Fresh();
        var take = line.sounding();
        if (take.isEmpty()) return new Staleness.Missing();
        var own = document.decoration(line.id());
        var made = own.heard().get(take.get().id());
        // Takes without recorded inputs are assumed to be up to date.
        if (made == null) return lost.contains(take.get().clip()) ? new Staleness.Own(EnumSet.of(Cause.SOUND)) : new Staleness.Fresh();
        var cut = own.cut(take.get().id());
        var causes = causes(made, cut.isNone() ? made.text() : cut.words(), line);
        if (lost.contains(take.get().clip())) causes.add(Cause.SOUND);
        if (!causes.isEmpty()) return new Staleness.Own(causes);
        if (model.equals(Staleness.UNKNOWN_MODEL) && !made.isRecorded()) return new Staleness.Checking();
        var upstream = upstream(made);
        return upstream.isEmpty() ? new Staleness.Fresh() : new Staleness.Upstream(upstream);
    }

    private Set<Cause> causes(TakeInputs made, String words, Line line) {
        var delivery = document.conversation().delivery(line, defaults);
        var causes = EnumSet.noneOf(Cause.class);
        if (!words.equals(spoken.apply(line))) causes.add(Cause.TEXT);
        if (made.speaker() != line.speaker()) causes.add(Cause.SPEAKER);
        // No model made a recording, so nothing else matters to it.
        if (made.isRecorded()) return causes;
        if (hasOtherReferences(made, line)) causes.add(Cause.REFERENCES);
        if (delivery.temperature() != null && made.temperature() != delivery.temperature()) causes.add(Cause.TEMPERATURE);
        if (delivery.topK() != null && made.topK() != delivery.topK()) causes.add(Cause.TOP_K);
        if (made.maxMillis() != or(delivery.maxMillis(), 0)) causes.add(Cause.LENGTH);
        if (made.seed() != or(delivery.seed(), 0L)) causes.add(Cause.SEED);
        if (!model.equals(Staleness.UNKNOWN_MODEL) && !made.model().equals(model)) causes.add(Cause.MODEL);
        if (ContextChange.isAny(document, line, made)) causes.add(Cause.CONTEXT);
        return causes;
    }

    /** Whether the clips of the line's speaker, or of a speaker in its context, have changed; clips of silent speakers never counted. */
    private boolean hasOtherReferences(TakeInputs made, Line line) {
        if (hasOtherReferences(made, line.speaker(), document.decoration(line.id()).listening().mood())) return true;
        var others = new HashSet<Integer>();
        for (var heard : made.lines()) {
            int speaker = heard.speaker();
            if (speaker != line.speaker() && others.add(speaker) && hasOtherReferences(made, speaker, "")) return true;
        }
        return false;
    }

    private boolean hasOtherReferences(TakeInputs made, int speaker, String mood) {
        var now = references.computeIfAbsent(new Voice(speaker, mood), v -> TakeInputsResolver.references(document, v.speaker(), v.mood()));
        return !now.equals(made.references().stream().filter(r -> r.speaker() == speaker).toList());
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }

    private List<String> upstream(TakeInputs made) {
        var out = new ArrayList<String>();
        for (var heard : made.lines()) {
            var now = sounds.get(heard.line());
            if (now == null || now.speaker() != heard.speaker() || !now.clip().equals(heard.clip())) out.add(heard.line());
        }
        return out;
    }
}
