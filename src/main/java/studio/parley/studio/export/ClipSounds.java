package studio.parley.studio.export;

import java.util.LinkedHashMap;
import java.util.function.Function;
import studio.parley.audio.ClipId;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Pcm;
import studio.parley.audio.Resampler;

/**
 * What is heard of clips, mono at a rate and trimmed, the last used ones kept in memory. Any thread; what is there already is
 * given at once even while another thread loads.
 */
public final class ClipSounds {
    /** Ten minutes at 48 kHz, twice: whole clips and what is heard of them. */
    private static final long MOST_SAMPLES = 57_600_000;

    private record Key(String clip, int rate, long skip, long frames) {
        Key whole() {
            return new Key(clip, rate, 0, Long.MAX_VALUE);
        }
    }

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
        var found = find(key);
        return found != null ? found : keep(key, heard(key));
    }

    private Pcm heard(Key key) {
        var whole = find(key.whole());
        if (whole == null) whole = keep(key.whole(), Resampler.resample(source.apply(key.clip()).toMono(), key.rate()));
        int from = (int) Math.min(key.skip(), whole.frames());
        return whole.slice(from, (int) Math.min(from + key.frames(), whole.frames()));
    }

    private synchronized Pcm find(Key key) {
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
