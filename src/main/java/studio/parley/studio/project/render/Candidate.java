package studio.parley.studio.project.render;

import java.util.Comparator;
import java.util.Optional;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Take;
import studio.parley.render.RenderedTake;
import studio.parley.studio.project.hearing.TakeWords;
import studio.parley.studio.transcription.TakeTranscript;

/**
 * A take to choose from.
 *
 * @param heard empty if it was not heard
 * @param wordErrors words that are missing, others, or too many; 0 if nobody knows
 * @param deviation from the estimated length, in seconds
 */
record Candidate(RenderedTake take, Optional<TakeTranscript> heard, int wordErrors, double deviation) {
    /** The best first: words, then checks, then length; of equal ones the first. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::wordErrors).thenComparingInt(c -> c.take().checks().size())
            .thenComparingDouble(c -> c.heard().isPresent() ? c.deviation() : 0);

    boolean isRight() {
        return wordErrors == 0;
    }

    /** Stores its audio, its codes and its words. */
    Take keep(ClipStore clipStore, String id, Optional<TakeWords> words) {
        var kept = take.keep(clipStore, id);
        heard.ifPresent(h -> words.ifPresent(w -> w.put(new ClipId(kept.clip()), h)));
        return kept;
    }
}
