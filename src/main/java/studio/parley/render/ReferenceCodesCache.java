package studio.parley.render;

import java.util.List;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.mimi.Codes;

/** Encoded reference clips: encoded once per model, with the codes stored next to the clip. */
public record ReferenceCodesCache(SpeechModel model, ClipStore clipStore) {
    /**
     * A reference clip as a pinned context turn.
     *
     * @param clip mono, at the model's rate; its samples are passed to the encoder unchanged
     */
    public ContextTurn turn(int speaker, String transcript, Pcm clip) {
        if (clip.rate() != model.info().sampleRate() || clip.channels() != 1) throw new IllegalArgumentException(clip + " is no reference");
        return ContextTurn.reference(speaker, transcript, codes(clip));
    }

    private Codes codes(Pcm clip) {
        var id = clipStore.put(clip);
        var name = "mimi-" + ContextHash.of(List.of(model.info().identity()));
        return CodesSidecar.get(clipStore, id, name).filter(c -> c.codebooks() == model.info().codebooks()).orElseGet(() -> {
            var fresh = model.withFallback(() -> model.mimiEncoder().encode(clip.samples(0)));
            CodesSidecar.put(clipStore, id, name, fresh);
            return fresh;
        });
    }
}
