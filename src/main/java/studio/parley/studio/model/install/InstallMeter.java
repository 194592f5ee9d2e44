package studio.parley.studio.model.install;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import studio.parley.download.DownloadEvent;
import studio.parley.studio.model.ConvertCheckpoint;
import studio.parley.studio.model.install.InstallEvent.Progress;
import studio.parley.studio.model.install.InstallEvent.Stage;

/** Turns the events of downloading and converting into one progress, at a limited rate. Converting counts as a quarter of all bytes. */
public final class InstallMeter {
    private static final long NANOS_BETWEEN = 50_000_000;
    private static final double CONVERTING = 0.2;
    /** Seconds over which the speed is averaged. */
    private static final double MEMORY = 5;

    private final Consumer<InstallEvent> listener;
    private final LongSupplier clock;
    private long last;
    private Stage stage = Stage.LOOKING;
    /** Of the parts before the present one. */
    private long before;
    private long total;
    private long measured = -1;
    private long measuredAt;
    private double speed;

    /** @param clock nanoseconds */
    public InstallMeter(Consumer<InstallEvent> listener, LongSupplier clock) {
        this.listener = listener;
        this.clock = clock;
        this.last = clock.getAsLong() - NANOS_BETWEEN;
    }

    public void stage(Stage next, String what) {
        last -= NANOS_BETWEEN;
        report(next, next == Stage.DONE ? 1 : fraction(0), 0, -1, what);
    }

    /** The next events are about a part after {@code before} of {@code total} bytes. */
    public void part(long before, long total) {
        this.before = before;
        this.total = total;
        measured = -1;
    }

    public void on(DownloadEvent event) {
        switch (event) {
            // The small files that say what else is needed are part of the search.
            case DownloadEvent.Received r when total == 0 -> report(Stage.LOOKING, 0, 0, -1, r.file());
            case DownloadEvent.Checked c when total == 0 -> report(Stage.LOOKING, 0, 0, -1, c.file());
            case DownloadEvent.Waiting w -> listener.accept(new InstallEvent.Waiting(w.reason(), w.seconds()));
            case DownloadEvent.Checked c -> report(Stage.VERIFYING, fraction(before), 0, -1, c.file());
            case DownloadEvent.Received r -> {
                long done = before + r.done();
                measure(done);
                report(Stage.DOWNLOADING, fraction(done), done, speed > 0 ? (total - done) / speed : -1, r.file());
            }
        }
    }

    void on(ConvertCheckpoint.Progress p) {
        var now = p.stage().equals("checking") ? Stage.TESTING : Stage.CONVERTING;
        if (!p.stage().equals("done")) report(now, 1 - CONVERTING + CONVERTING * p.fraction(), 0, p.secondsLeft(), p.what());
    }

    /** Downloaded archives are unpacked: the fraction of that. */
    public void unpacked(double share) {
        report(Stage.UNPACKING, 1 - CONVERTING + CONVERTING * share, 0, -1, "");
    }

    /** A folder is checked and copied: the fraction of both. */
    void copied(double fraction, String what) {
        if (Thread.currentThread().isInterrupted()) throw new CancellationException("the import was cancelled");
        report(Stage.VERIFYING, fraction, 0, -1, what);
    }

    private double fraction(long done) {
        return total == 0 ? 0 : (1 - CONVERTING) * done / total;
    }

    /** What was there before this process began says nothing about the speed; neither does what is fetched again. */
    private void measure(long done) {
        long now = clock.getAsLong();
        double seconds = (now - measuredAt) / 1e9;
        if (measured < 0 || done < measured) speed = 0;
        else if (seconds < 0.2) return;
        else {
            double fresh = (done - measured) / seconds;
            speed = speed == 0 ? fresh : speed + (fresh - speed) * (1 - Math.exp(-seconds / MEMORY));
        }
        measured = done;
        measuredAt = now;
    }

    private void report(Stage now, double fraction, long done, double left, String what) {
        long time = clock.getAsLong();
        if (now == stage && time - last < NANOS_BETWEEN) return;
        stage = now;
        last = time;
        listener.accept(new Progress(now, Math.clamp(fraction, 0, 1), done, now == Stage.DOWNLOADING ? total : 0, now == Stage.DOWNLOADING ? speed : 0, left, what));
    }
}
