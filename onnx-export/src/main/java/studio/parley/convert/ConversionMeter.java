package studio.parley.convert;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.parley.convert.ConversionProgress.Stage;

/** Counts the bytes of a conversion and reports them at a limited rate. A cancelled conversion also stops here. */
final class ConversionMeter {
    private static final long NANOS_BETWEEN = 50_000_000;

    private final ConversionListener listener;
    private final long start = System.nanoTime();
    private long last = start - NANOS_BETWEEN;
    private long writingStart;
    private Stage stage = Stage.READING;
    private long written;
    private long hashed;
    private long weights;

    ConversionMeter(ConversionListener listener) {
        this.listener = listener;
    }

    void stage(Stage next, String what) {
        stage = next;
        if (next == Stage.WRITING) writingStart = System.nanoTime();
        last -= NANOS_BETWEEN;
        report(what);
    }

    /** {@code done} of {@code total} bytes of weights are written. */
    void wrote(String tensor, long done, long total) {
        written = done;
        weights = total;
        report(tensor);
    }

    void hashed(String file, long bytes) {
        hashed += bytes;
        report(file);
    }

    /** Throws if this thread was interrupted. */
    static void stopIfCancelled() {
        if (Thread.currentThread().isInterrupted()) throw new CancellationException("the conversion was cancelled");
    }

    private void report(String what) {
        stopIfCancelled();
        long now = System.nanoTime();
        if (now - last < NANOS_BETWEEN) return;
        last = now;
        // The output is read once more for its hash, about four times as fast, and once more by the test.
        long total = weights + weights / 4 + weights / 8;
        long before = weights + weights / 4;
        long done = switch (stage) {
            case READING, WRITING, HASHING -> Math.min(before, written + hashed / 4);
            case CHECKING -> before;
            case DONE -> total;
        };
        listener.on(new ConversionProgress(stage, what, done, total, Duration.ofNanos(now - start), remaining(now, done, total)));
    }

    private Optional<Duration> remaining(long now, long done, long total) {
        if (stage == Stage.DONE) return Optional.of(Duration.ZERO);
        if (stage == Stage.READING || stage == Stage.CHECKING || done < total / 100 || done == 0) return Optional.empty();
        return Optional.of(Duration.ofNanos((long) ((now - writingStart) * ((double) (total - done) / done))));
    }
}
