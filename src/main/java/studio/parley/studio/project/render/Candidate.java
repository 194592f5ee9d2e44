package studio.parley.studio.project.render;

import java.util.Comparator;
import java.util.Optional;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Take;
import studio.parley.render.RenderedTake;
import studio.parley.studio.likeness.ClipVoice;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.transcription.TakeTranscript;

/**
 * A take to choose from.
 *
 * @param wordErrors words that are missing, others, or too many; 0 if nobody knows
 * @param unlikeness by how much it is not in its speaker's voice; 0 if it is, or nobody knows
 * @param deviation from the estimated length, in seconds; 0 if it was not heard
 */
record Candidate(RenderedTake take, Heard heard, int wordErrors, double unlikeness, double deviation) {
    /** The best first: words, then voice, then checks, then length; of equal ones the first. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::wordErrors).thenComparingDouble(Candidate::unlikeness)
            .thenComparingInt(c -> c.take().checks().size()).thenComparingDouble(Candidate::deviation);

    /** What was found out by hearing a take; each is empty if nobody listened for it. */
    record Heard(Optional<TakeTranscript> words, Optional<ClipVoice> voice) {
        static final Heard NOTHING = new Heard(Optional.empty(), Optional.empty());
    }

    static Candidate unheard(RenderedTake take) {
        return new Candidate(take, Heard.NOTHING, 0, 0, 0);
    }

    boolean isRight() {
        return wordErrors == 0;
    }

    /** Stores its audio and its codes, and what was heard in it. */
    Take keep(ClipStore clipStore, String id, Optional<HeardTakes> store) {
        var kept = take.keep(clipStore, id);
        var clip = new ClipId(kept.clip());
        store.ifPresent(s -> {
            heard.words().ifPresent(w -> s.words().put(clip, w));
            heard.voice().ifPresent(v -> s.voices().ifPresent(voices -> voices.put(clip, v)));
        });
        return kept;
    }
}
