package studio.parley.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import studio.parley.playback.AudioOut;
import studio.parley.playback.JavaSoundOut;
import studio.parley.playback.NullAudioOut;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;

/** Plays a line while it is rendered. */
final class StreamingPlayback implements RenderListener, AutoCloseable {
    private static final long LOOK_NANOS = 5_000_000;

    private final AudioOut out;
    /** Frames passed to the device since it was last silenced. */
    private long played;

    StreamingPlayback(AudioOut out) {
        this.out = out;
    }

    /** The audio device; without one a notice, and silence. */
    static StreamingPlayback open(int rate, boolean silent, PrintWriter err) {
        if (silent) return new StreamingPlayback(new NullAudioOut());
        try {
            return new StreamingPlayback(JavaSoundOut.open(rate));
        } catch (Problem none) {
            err.println(none.getMessage());
            return new StreamingPlayback(new NullAudioOut());
        }
    }

    @Override
    public boolean wantsSound() {
        return !(out instanceof NullAudioOut);
    }

    @Override
    public void sound(float[] samples) {
        played += samples.length;
        out.play(samples);
    }

    @Override
    public void restart() {
        flush();
    }

    /** Silent at once: drops what was not played yet. */
    void flush() {
        out.flush();
        played = 0;
    }

    /**
     * Waits until everything was played.
     *
     * @throws CancellationException if that is cancelled
     */
    void drain() {
        while (out.heardFrames() < played) {
            Cancellation.stopIfWished();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        Cancellation.stopIfWished();
        out.drain();
    }

    @Override
    public void close() {
        out.close();
    }
}
