package studio.parley.cli;

import java.io.PrintWriter;
import studio.parley.playback.AudioOut;
import studio.parley.playback.JavaSoundOut;
import studio.parley.playback.SilentOut;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;

/** Plays a line while it is made. */
final class LiveSound implements RenderListener, AutoCloseable {
    private final AudioOut out;

    LiveSound(AudioOut out) {
        this.out = out;
    }

    /** The sound card; without one a notice, and silence. */
    static LiveSound open(int rate, boolean silent, PrintWriter err) {
        if (silent) return new LiveSound(new SilentOut());
        try {
            return new LiveSound(JavaSoundOut.open(rate));
        } catch (Problem none) {
            err.println(none.getMessage());
            return new LiveSound(new SilentOut());
        }
    }

    @Override
    public boolean wantsSound() {
        return !(out instanceof SilentOut);
    }

    @Override
    public void sound(float[] samples) {
        out.play(samples);
    }

    @Override
    public void restart() {
        out.flush();
    }

    /** Waits until all was heard. */
    void drain() {
        out.drain();
    }

    @Override
    public void close() {
        out.close();
    }
}
