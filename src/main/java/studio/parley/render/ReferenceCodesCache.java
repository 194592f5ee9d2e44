package studio.parley.render;

import java.util.List;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.speech.Codes;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.SpeechModel;

/** Reference clips as the model hears them: encoded once, the codes kept beside the clip, one set for each model. */
public final class ReferenceCodesCache {
    private final SpeechModel model;
    private final ClipStore clipStore;

    public ReferenceCodesCache(SpeechModel model, ClipStore clipStore) {
        this.model = model;
        this.clipStore = clipStore;
    }

    /**
     * A reference as something heard, pinned.
     *
     * @param clip mono, at the model's rate; its samples go to the encoder as they are
     */
    public ContextTurn turn(int speaker, String transcript, Pcm clip) {
        if (clip.rate() != model.info().sampleRate() || clip.channels() != 1) throw new IllegalArgumentException(clip + " is no reference");
        return ContextTurn.reference(speaker, transcript, codes(clip));
    }

    private Codes codes(Pcm clip) {
        var id = clipStore.put(clip);
        var name = "mimi-" + ContextHash.of(List.of(model.info().identity()));
        return CodesSidecar.get(clipStore, id, name).filter(c -> c.codebooks() == model.info().codebooks()).orElseGet(() -> {
            var fresh = model.mimiEncoder().encode(clip.samples(0));
            CodesSidecar.put(clipStore, id, name, fresh);
            return fresh;
        });
    }
}
