package studio.parley.ui.voices.line;

import java.util.List;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.AudioSource;
import studio.parley.studio.takes.TakeComparison;

/**
 * Takes in their place as one source that can be switched during playback: the position stays, only the take changes, with a crossfade of
 * one read. {@link #switchTo} on any thread.
 */
final class CompareSource implements AudioSource {
    private final int rate;
    private final List<AudioSource> takes;
    private volatile int wanted;
    private int heard;

    CompareSource(TakeComparison comparison, int first) {
        rate = comparison.rate();
        takes = comparison.candidates().stream().map(c -> AudioSource.of(c.sound())).toList();
        wanted = first;
        heard = first;
    }

    void switchTo(int candidate) {
        wanted = candidate;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public long length() {
        return takes.getFirst().length();
    }

    @Override
    public Pcm read(long from, int count) {
        int now = wanted;
        var out = takes.get(now).read(from, count).samples(0);
        if (now != heard) {
            var old = takes.get(heard).read(from, count).samples(0);
            for (int i = 0; i < count; i++) {
                float fresh = (float) i / count;
                out[i] = fresh * out[i] + (1 - fresh) * old[i];
            }
            heard = now;
        }
        return Pcm.mono(rate, out);
    }
}
