package studio.parley.voice;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import studio.parley.audio.store.ClipId;

/**
 * A reference clip in the library.
 *
 * @param id names its samples
 * @param name for people
 * @param transcript exactly what is said in it
 * @param moods style tags such as "calm", "angry", by which a line picks its reference clip
 * @param consent the record, if there is one
 * @param added when it was added
 */
public record VoiceClip(ClipId id, String name, String transcript, SortedSet<String> moods, Optional<Consent> consent, Instant added) {
    public VoiceClip {
        name = name.strip();
        transcript = transcript.strip();
        if (name.isEmpty()) throw new IllegalArgumentException("a voice needs a name");
        moods = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(moods));
    }

    public VoiceClip withMoods(SortedSet<String> tags) {
        return new VoiceClip(id, name, transcript, tags, consent, added);
    }
}
