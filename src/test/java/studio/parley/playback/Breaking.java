package studio.parley.playback;

import java.util.concurrent.atomic.AtomicBoolean;
import studio.parley.problem.Problem;

/** A device that is lost when the test says so. */
record Breaking(MemoryOut out, AtomicBoolean lost) implements AudioOut {
    @Override
    public void play(float[] mono) {
        if (lost.get()) throw Problem.device("The sound device no longer answers.", null);
        out.play(mono);
    }

    @Override
    public int room() {
        return out.room();
    }

    @Override
    public long heardFrames() {
        return out.heardFrames();
    }

    @Override
    public void drain() {
        out.drain();
    }

    @Override
    public long flush() {
        return out.flush();
    }

    @Override
    public String describe() {
        return "a device about to break";
    }

    @Override
    public void close() {
        out.close();
    }
}
