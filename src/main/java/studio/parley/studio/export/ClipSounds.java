package studio.parley.studio.export;

import java.util.LinkedHashMap;
import java.util.function.Function;
import studio.parley.audio.ClipId;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Pcm;
import studio.parley.audio.Resampler;

/** What is heard of clips, mono at a rate and trimmed, the last used ones kept in memory. One thread at a time. */
public final class ClipSounds {
    /** Ten minutes at 48 kHz. */
    private static final long MOST_SAMPLES = 28_800_000;

    private record Key(String clip, int rate, long skip, long frames) {}

    private final Function<String, Pcm> source;
    private final LinkedHashMap<Key, Pcm> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long samples;

    public ClipSounds(Function<String, Pcm> source) {
        this.source = source;
    }

    /** From a shelf; a missing clip is a {@link studio.parley.problem.Problem} that names its file. */
    public static ClipSounds of(ClipShelf shelf) {
        return new ClipSounds(clip -> shelf.get(new ClipId(clip)));
    }

    Pcm get(Arrangement.Part part, int rate) {
        var key = new Key(part.take().clip(), rate, part.skip(), part.frames());
        var found = kept.get(key);
        if (found != null) return found;
        var whole = Resampler.resample(source.apply(key.clip()).toMono(), rate);
        int from = (int) Math.min(key.skip(), whole.frames());
        var made = whole.slice(from, (int) Math.min(from + key.frames(), whole.frames()));
        kept.put(key, made);
        samples += made.frames();
        var oldest = kept.entrySet().iterator();
        while (samples > MOST_SAMPLES && kept.size() > 1) {
            samples -= oldest.next().getValue().frames();
            oldest.remove();
        }
        return made;
    }
}
