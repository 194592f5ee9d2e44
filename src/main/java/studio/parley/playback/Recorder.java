package studio.parley.playback;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.loudness.LevelMeter;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.device.AudioDevices;
import studio.parley.playback.device.AudioIn;
import studio.parley.problem.Problem;

/** One recording, on its own daemon thread, from {@link #start} to {@link #stop}; at most ten minutes. Methods from any thread. */
public final class Recorder implements AutoCloseable {
    private static final double MOST_SECONDS = 600;
    private static final double PIECE_SECONDS = 0.02;

    private final LevelMeter meter = new LevelMeter();
    private final AudioIn in;
    private final Thread thread;
    private final GrowingSource sound;
    private volatile @Nullable Problem trouble;
    private volatile boolean ends;

    private Recorder(AudioIn in) {
        this.in = in;
        this.sound = new GrowingSource(in.rate());
        this.thread = Thread.ofPlatform().daemon().name("parley-recorder").priority(Thread.MAX_PRIORITY).unstarted(this::run);
    }

    /**
     * Opens this microphone (or the default one) and records at once; a Problem of kind DEVICE says what to do if there is none. May take
     * 0.2 s: not on the JavaFX thread.
     */
    public static Recorder start(Optional<String> device) {
        return start(AudioDevices.microphone(device));
    }

    /** Records from this source; closes it at the end. */
    public static Recorder start(AudioIn in) {
        var recorder = new Recorder(in);
        recorder.thread.start();
        return recorder;
    }

    private void run() {
        var piece = new float[(int) (in.rate() * PIECE_SECONDS)];
        try (in) {
            while (!ends && seconds() < MOST_SECONDS) {
                int count = in.read(piece);
                if (count < 0) break;
                meter.feed(in.rate(), piece, count);
                sound.add(Arrays.copyOf(piece, count));
            }
        } catch (Problem lost) {
            trouble = lost;
        }
    }

    /** The current level. */
    public LevelMeter meter() {
        return meter;
    }

    /** Seconds recorded so far. */
    public double seconds() {
        return (double) sound.length() / in.rate();
    }

    /** Whether it is still recording: not after {@link #stop}, the end of the source, ten minutes, or a lost device. */
    public boolean isRecording() {
        return thread.isAlive();
    }

    /** Why it was interrupted, if it was; what was recorded until then is kept. */
    public Optional<Problem> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Ends the recording and returns all of it, mono. Waits some milliseconds. */
    public Pcm stop() {
        close();
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sound.read(0, (int) sound.length());
    }

    /** Ends the recording. */
    @Override
    public void close() {
        ends = true;
        in.close();
    }
}
