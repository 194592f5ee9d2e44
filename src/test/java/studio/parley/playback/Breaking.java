package studio.parley.playback;

import java.util.concurrent.atomic.AtomicBoolean;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.MemoryOut;
import studio.parley.problem.Problem;

/** A device that is lost when the test says so. */
record Breaking(MemoryOut out, AtomicBoolean lost) implements AudioOut {
    @Override
    public void write(float[] mono) {
        if (lost.get()) throw Problem.device("The sound device no longer answers.", null);
        out.write(mono);
    }

    @Override
    public int available() {
        return out.available();
    }

    @Override
    public long heardFrames() {
        return out.heardFrames();
    }

    @Override
    public long flush() {
        return out.flush();
    }

    @Override
    public void close() {
        out.close();
    }
}
