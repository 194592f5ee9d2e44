package studio.parley.playback;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.loudness.LevelMeter;
import studio.parley.playback.device.AudioOut;
import studio.parley.problem.Problem;

/** The transport's thread: runs the tasks of the {@link TransportEngine}, notifies the listener, feeds the meter. */
final class TransportThread implements Runnable {
    private final TransportEngine engine;
    private final Consumer<TransportEvent> listener;
    private final LevelMeter meter;
    private final PlaybackReader reader;
    private final Prefetcher prefetcher = new Prefetcher();

    TransportThread(TransportEngine engine, Consumer<TransportEvent> listener, LevelMeter meter, PlaybackReader reader) {
        this.engine = engine;
        this.listener = listener;
        this.meter = meter;
        this.reader = reader;
    }

    @Override
    public void run() {
        try {
            while (step()) {
                // One task after the other.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step() throws InterruptedException {
        var source = engine.source();
        TransportTask task;
        try {
            var place = engine.readPosition();
            task = engine.next(place == null ? null : SourceStatus.of(source, place));
        } catch (RuntimeException | Error e) {
            engine.failed(problem(e), false);
            return true;
        }
        for (var piece : engine.takeHeard()) meter.feed(source.rate(), piece, piece.length);
        if (task == TransportTask.Signal.QUIT) return false;
        perform(task);
        return true;
    }

    private void perform(TransportTask task) {
        switch (task) {
            case TransportTask.Notify n -> notify(n.event());
            case TransportTask.Play p -> play(p);
            case TransportTask.Open o -> onDevice(() -> engine.opened(o.factory().open(o.rate())));
            case TransportTask.Flush f -> onDevice(() -> engine.flushed(f.out().flush()));
            case TransportTask.Close c -> close(c.out());
            case TransportTask.Signal _ -> { }
        }
    }

    private void notify(TransportEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private void play(TransportTask.Play piece) {
        float[] samples;
        try {
            samples = reader.read(piece);
        } catch (RuntimeException | Error e) {
            engine.failed(problem(e), false);
            return;
        }
        if (!engine.submitPiece(piece, samples)) return;
        reader.submitted(piece);
        onDevice(() -> piece.out().write(samples));
        if (piece.step() == 0) meter.feed(piece.source().rate(), samples, samples.length);
        else prefetcher.readAt(piece.source(), (long) piece.from().frame());
    }

    private void onDevice(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            var out = engine.failed(problem(e), true);
            if (out != null) close(out);
        }
    }

    private static void close(AudioOut out) {
        try {
            out.close();
        } catch (RuntimeException e) {
            // A lost device may reject even this; there is nothing more to do with it.
        }
    }

    private static Problem problem(Throwable e) {
        if (e instanceof Problem p) return p;
        return new Problem(Problem.Kind.INPUT, "Playback stopped because of an internal error (" + e + "). Press play to try again.",
                e);
    }

    /** Lets the source prepare the next seconds, on a virtual thread, one at a time. */
    private static final class Prefetcher {
        private static final int SECONDS = 2;

        private final AtomicBoolean busy = new AtomicBoolean();
        private @Nullable AudioSource source;
        private long from;
        private long to;

        /** Reading is at this frame now. */
        void readAt(AudioSource now, long frame) {
            long half = SECONDS * now.rate() / 2;
            boolean covered = now == source && frame >= from && frame + half <= to;
            if (covered || !busy.compareAndSet(false, true)) return;
            source = now;
            from = frame;
            to = frame + 2 * half;
            Thread.ofVirtual().name("parley-prepare").start(() -> prepare(now, frame, frame + 2 * half));
        }

        private void prepare(AudioSource now, long first, long last) {
            try {
                now.prepare(first, last);
            } catch (RuntimeException e) {
                // Reading it will fail in the same way, and report it then.
            } finally {
                busy.set(false);
            }
        }
    }
}
