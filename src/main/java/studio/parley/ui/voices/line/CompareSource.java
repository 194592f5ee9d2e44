package studio.parley.ui.voices.line;

import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.AudioSource;
import studio.parley.studio.takes.TakeComparison;

/**
 * Takes in their place as one source that can be switched during playback: the position stays, only the take changes, with a crossfade of
 * one read. {@link #switchTo} on any thread.
 */
final class CompareSource implements AudioSource {
    private final TakeComparison comparison;
    private volatile int wanted;
    private int heard;

    CompareSource(TakeComparison comparison, int first) {
        this.comparison = comparison;
        wanted = first;
        heard = first;
    }

    void switchTo(int candidate) {
        wanted = candidate;
    }

    @Override
    public int rate() {
        return comparison.rate();
    }

    @Override
    public long length() {
        return comparison.candidates().getFirst().sound().frames();
    }

    @Override
    public Pcm read(long from, int count) {
        int now = wanted;
        var out = samples(now, from, count);
        if (now != heard) {
            var old = samples(heard, from, count);
            for (int i = 0; i < count; i++) {
                float fresh = (float) i / count;
                out[i] = fresh * out[i] + (1 - fresh) * old[i];
            }
            heard = now;
        }
        return Pcm.mono(rate(), out);
    }

    private float[] samples(int candidate, long from, int count) {
        return AudioSource.of(comparison.candidates().get(candidate).sound()).read(from, count).samples(0);
    }
}
