package studio.parley.studio.project.hearing;

import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.studio.likeness.TakeVoices;

/** In whose voices takes are; see {@link TakeVoices}. */
public record VoicesAnalysis(TakeVoices voices) implements TakeAnalysis {
    @Override
    public boolean isKnown(ClipId clip) {
        return voices.find(clip).isPresent();
    }

    @Override
    public void run(TakeToHear take, Pcm audio) {
        voices.put(take.clip(), voices.hear(audio));
    }

    @Override
    public void close() {
        voices.close();
    }
}
