package studio.parley.render;

import java.util.List;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Pcm;
import studio.parley.speech.Codes;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.Turn;

/** Reference clips as the model hears them: encoded once, the codes kept beside the clip, one set for each model. */
public final class ReferenceShelf {
    private final SpeechModel model;
    private final ClipShelf shelf;

    public ReferenceShelf(SpeechModel model, ClipShelf shelf) {
        this.model = model;
        this.shelf = shelf;
    }

    /**
     * A reference as something heard, pinned.
     *
     * @param clip mono, at the model's rate; its samples go to the encoder as they are
     */
    public Turn turn(int speaker, String transcript, Pcm clip) {
        if (clip.rate() != model.info().sampleRate() || clip.channels() != 1) throw new IllegalArgumentException(clip + " is no reference");
        return Turn.reference(speaker, transcript, codes(clip));
    }

    private Codes codes(Pcm clip) {
        var id = shelf.put(clip);
        var name = "mimi-" + Hashes.of(List.of(model.info().identity()));
        return CodesSidecar.get(shelf, id, name).filter(c -> c.codebooks() == model.info().codebooks()).orElseGet(() -> {
            var fresh = model.mimiEncoder().encode(clip.samples(0));
            CodesSidecar.put(shelf, id, name, fresh);
            return fresh;
        });
    }
}
