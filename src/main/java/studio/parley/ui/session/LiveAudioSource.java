package studio.parley.ui.session;

import java.util.Optional;
import java.util.function.Supplier;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.AudioSource;
import studio.parley.studio.export.MixRenderer;
import studio.parley.studio.project.render.StreamingAudio;

/**
 * The project's audio up to a line that is still to be rendered, and then as much of that line as there is: playback waits at its edge. Any
 * thread.
 */
final class LiveAudioSource implements AudioSource {
    /** The last frames of a resampled piece change when more arrive. */
    private static final int UNSETTLED = 512;

    private final MixRenderer before;
    private final long start;
    private final Supplier<Optional<StreamingAudio>> partial;
    private Pcm tail;
    private int tailOf = -1;
    private int restarts;

    /** @param start where the line begins, at the rendering's rate */
    LiveAudioSource(MixRenderer before, long start, Supplier<Optional<StreamingAudio>> partial) {
        this.before = before;
        this.start = start;
        this.partial = partial;
        this.tail = Pcm.silence(before.rate(), 1, 0);
    }

    @Override
    public int rate() {
        return before.rate();
    }

    @Override
    public long length() {
        return Math.max(before.length(), settled());
    }

    @Override
    public boolean growing() {
        return true;
    }

    @Override
    public long readyUntil(long from) {
        return settled();
    }

    private synchronized long settled() {
        partial.get().ifPresent(this::follow);
        return start + Math.max(0, tail.frames() - UNSETTLED);
    }

    private void follow(StreamingAudio sound) {
        if (sound.length() == tailOf && sound.restarts() == restarts) return;
        restarts = sound.restarts();
        var samples = sound.from(0);
        tailOf = samples.length;
        tail = Resampler.resample(Pcm.mono(sound.rate(), samples), rate());
    }

    @Override
    public synchronized Pcm read(long from, int count) {
        var sum = before.read(from, count).samples(0);
        int first = (int) Math.max(0, start - from);
        long at = from + first - start;
        for (int i = first; i < count && at < tail.frames(); i++, at++) sum[i] += tail.at(0, (int) at);
        return Pcm.mono(rate(), sum);
    }

    @Override
    public void prepare(long from, long to) {
        before.prepare(from, to);
    }
}
