package studio.parley.studio.project;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Take;
import studio.parley.problem.Cancellation;
import studio.parley.render.TakeSound;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.document.journal.ClipExchange;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/**
 * Restores missing or damaged audio files of takes from their codes: with the same decoder, watermark key and level, so that the samples
 * are the same, which the clip's name verifies. If that is not possible (another key, another device), audio that differs only in that
 * respect replaces the clip. Reads, computes and writes clips; one thread.
 */
public final class SoundRepair {
    /**
     * The result.
     *
     * @param made how many files were restored
     * @param lost clips that are still missing or damaged
     * @param clips the argument for {@link Project#exchange}
     */
    public record Outcome(int made, Set<String> lost, ClipExchange clips) {
        /** The notice for people. */
        public Optional<String> notice() {
            return made == 0 ? Optional.empty() : Optional.of(made == 1 ? "The audio file of one take was missing or damaged and was restored."
                    : "The audio files of " + made + " takes were missing or damaged and were restored.");
        }
    }

    private final ClipStore clipStore;
    private final Function<String, Optional<LoadedModel>> models;
    private final List<Function<Pcm, Pcm>> finishes;
    private final Map<String, String> exchanged = new HashMap<>();

    private SoundRepair(Document document, ClipStore clipStore, AppDirectories directories, Function<String, Optional<LoadedModel>> models) {
        this.clipStore = clipStore;
        this.models = models;
        Function<Pcm, Pcm> marked = sound -> WatermarkApplier.of(directories).apply(sound);
        this.finishes = document.settings().watermark() ? List.of(marked, Function.identity()) : List.of(Function.identity(), marked);
    }

    /** @param models by {@link studio.parley.dialogue.TakeRecipe#model} */
    public static Outcome of(Document document, ClipStore clipStore, AppDirectories directories, Function<String, Optional<LoadedModel>> models) {
        var broken = new LinkedHashMap<String, Take>();
        document.lines().stream().flatMap(l -> l.takes().stream()).filter(t -> !clipStore.isWhole(t.clip())).forEach(t -> broken.putIfAbsent(t.clip(), t));
        var repair = new SoundRepair(document, clipStore, directories, models);
        var lost = new HashSet<String>();
        for (var take : broken.values()) {
            Cancellation.stopIfWished();
            if (!repair.isMade(take)) lost.add(take.clip());
        }
        return new Outcome(broken.size() - lost.size(), Set.copyOf(lost), new ClipExchange(repair.exchanged));
    }

    private boolean isMade(Take take) {
        if (!ClipId.isOne(take.clip()) || TakeSound.codes(clipStore, new ClipId(take.clip())).isEmpty()) return false;
        var model = models.apply(take.recipe().model());
        var sounds = model.map(m -> TakeSound.decoded(m.speech(), clipStore, take)).orElse(List.of());
        if (sounds.stream().anyMatch(s -> isPutBack(take, s.get()))) return true;
        boolean own = model.filter(m -> m.speech().info().identity().equals(take.recipe().model())).isPresent();
        return own && !sounds.isEmpty() && isReplaced(take, sounds.getFirst().get());
    }

    private boolean isPutBack(Take take, Pcm sound) {
        for (var finish : finishes) {
            var finished = finish.apply(sound);
            if (!ClipId.of(finished).hex().equals(take.clip())) continue;
            clipStore.put(finished);
            return true;
        }
        return false;
    }

    private boolean isReplaced(Take take, Pcm sound) {
        var fresh = clipStore.put(finishes.getFirst().apply(sound));
        TakeSound.keepCodes(clipStore, new ClipId(take.clip()), fresh);
        exchanged.put(take.clip(), fresh.hex());
        return true;
    }
}
