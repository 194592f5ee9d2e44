package studio.parley.render;

import java.util.List;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.speech.mimi.Codes;

/**
 * One finished take with its audio and codes, in memory.
 *
 * @param checks its issues, as text
 * @param fedPositions context positions that had to be computed
 * @param firstFrameNanos from the start to the first frame
 * @param nanos for the whole line (all takes together)
 */
public record RenderedTake(TakeRecipe recipe, Pcm sound, Codes codes, List<String> checks, int fedPositions, long firstFrameNanos, long nanos) {
    public RenderedTake {
        checks = List.copyOf(checks);
    }

    /** Writes the audio to a store, with its codes. */
    public Take keep(ClipStore clipStore, String id) {
        var clip = clipStore.put(sound);
        TakeSound.keep(clipStore, clip, codes);
        return new Take(id, clip.hex(), recipe, sound.frames(), sound.rate(), checks);
    }
}
