package studio.parley.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import studio.parley.playback.AudioOut;
import studio.parley.playback.JavaSoundOut;
import studio.parley.playback.SilentOut;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;

/** Plays a line while it is made. */
final class LiveSound implements RenderListener, AutoCloseable {
    private static final long LOOK_NANOS = 5_000_000;

    private final AudioOut out;
    private final BooleanSupplier cancelled;
    /** Frames given to the card since it was last silenced. */
    private long played;

    LiveSound(AudioOut out, BooleanSupplier cancelled) {
        this.out = out;
        this.cancelled = cancelled;
    }

    /** The sound card; without one a notice, and silence. */
    static LiveSound open(int rate, boolean silent, BooleanSupplier cancelled, PrintWriter err) {
        if (silent) return new LiveSound(new SilentOut(), cancelled);
        try {
            return new LiveSound(JavaSoundOut.open(rate), cancelled);
        } catch (Problem none) {
            err.println(none.getMessage());
            return new LiveSound(new SilentOut(), cancelled);
        }
    }

    @Override
    public boolean wantsSound() {
        return !(out instanceof SilentOut);
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

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** Silent at once: drops what was not heard yet. */
    void flush() {
        out.flush();
        played = 0;
    }

    /**
     * Waits until all was heard.
     *
     * @throws CancellationException when that is cancelled
     */
    void drain() {
        while (out.heardFrames() < played && !isCancelled()) LockSupport.parkNanos(LOOK_NANOS);
        if (isCancelled()) throw new CancellationException("stopped");
        out.drain();
    }

    @Override
    public void close() {
        out.close();
    }
}
