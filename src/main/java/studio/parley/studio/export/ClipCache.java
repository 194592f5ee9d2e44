package studio.parley.studio.export;

import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;

/**
 * Clips as they are played, mono at a rate, at their speed and trimmed; the most recently used are kept in memory. Any thread; a cached
 * clip is returned at once even while another thread loads.
 */
public final class ClipCache {
    /** Ten minutes at 48 kHz, twice: whole clips and their trimmed versions. */
    private static final long MOST_SAMPLES = 57_600_000;

    /** @param rate 0 for the clip's own */
    private record Key(String clip, double speed, int rate, long skip, long frames) {
        static Key whole(String clip, double speed, int rate) {
            return new Key(clip, speed, rate, 0, Long.MAX_VALUE);
        }
    }

    private final Function<String, Pcm> source;
    private final LinkedHashMap<Key, Pcm> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long samples;

    public ClipCache(Function<String, Pcm> source) {
        this.source = source;
    }

    /** From a store; a missing clip is a {@link studio.parley.problem.Problem} that names its file. */
    public static ClipCache of(ClipStore clipStore) {
        return new ClipCache(clip -> clipStore.get(new ClipId(clip)));
    }

    Pcm get(Arrangement.Part part, int rate) {
        var key = new Key(part.take().clip(), part.speed(), rate, part.skip(), part.frames());
        var found = find(key);
        return found != null ? found : keep(key, heard(key));
    }

    private Pcm heard(Key key) {
        var whole = whole(Key.whole(key.clip(), key.speed(), key.rate()));
        int from = (int) Math.min(key.skip(), whole.frames());
        return whole.slice(from, (int) Math.min(from + key.frames(), whole.frames()));
    }

    /** A whole clip at a speed and its own rate and pitch. */
    public Pcm whole(String clip, double speed) {
        return whole(Key.whole(clip, speed, 0));
    }

    /** Stretched once, before it is resampled: at every rate the same segments are joined. */
    private Pcm whole(Key key) {
        var found = find(key);
        if (found != null) return found;
        if (key.rate() != 0 && key.speed() != 1) return keep(key, Resampler.resample(whole(key.clip(), key.speed()), key.rate()));
        var clip = source.apply(key.clip()).toMono();
        return keep(key, key.rate() == 0 ? TimeStretch.of(clip, key.speed()) : Resampler.resample(clip, key.rate()));
    }

    private synchronized @Nullable Pcm find(Key key) {
        return kept.get(key);
    }

    private synchronized Pcm keep(Key key, Pcm made) {
        var before = kept.putIfAbsent(key, made);
        if (before != null) return before;
        samples += made.frames();
        var oldest = kept.entrySet().iterator();
        while (samples > MOST_SAMPLES && kept.size() > 2) {
            samples -= oldest.next().getValue().frames();
            oldest.remove();
        }
        return made;
    }
}
