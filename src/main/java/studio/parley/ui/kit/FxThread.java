package studio.parley.ui.kit;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The only way between the JavaFX thread and the others. */
public final class FxThread {
    private static final ExecutorService WORKERS = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("parley-work-", 0).factory());
    private static final ExecutorService ASIDE = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("parley-aside").factory());
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parley-clock").factory());
    private static final Set<CompletableFuture<Void>> WRITES = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger WORKING = new AtomicInteger();

    private FxThread() {}

    /** Runs at once on the JavaFX thread, otherwise soon. */
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) task.run();
        else Platform.runLater(task);
    }

    /** The JavaFX thread as an executor; always later, in order. */
    public static Executor executor() {
        return Platform::runLater;
    }

    /** Like {@link #work} for files a person asked for: the process does not end before they are complete. */
    public static <T> void write(Callable<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        var ended = new CompletableFuture<Void>();
        WRITES.add(ended);
        work(() -> {
            try {
                return work.call();
            } finally {
                WRITES.remove(ended);
                ended.complete(null);
            }
        }, done, failed);
    }

    /** Returns when every {@link #write} has ended. */
    public static void awaitWrites() {
        WRITES.forEach(CompletableFuture::join);
    }

    /** Works off the JavaFX thread; the result or the error is passed back to it. */
    public static <T> void work(Callable<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        WORKING.incrementAndGet();
        WORKERS.execute(() -> attempt(work, done, failed));
    }

    /** Like {@link #work} for tasks that nobody waits for: one after another, after current changes are on screen. JavaFX thread. */
    public static <T> void aside(Callable<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        WORKING.incrementAndGet();
        afterPicture(() -> ASIDE.execute(() -> attempt(work, done, failed)));
    }

    /** Runs after current changes are on screen; for tasks that would delay the first frame. JavaFX thread. */
    public static void afterPicture(Runnable task) {
        new AnimationTimer() {
            private boolean drawn;

            @Override
            public void handle(long now) {
                if (drawn) {
                    stop();
                    Platform.runLater(task);
                }
                drawn = true;
            }
        }.start();
    }

    private static <T> void attempt(Callable<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        try {
            var result = work.call();
            deliver(() -> done.accept(result));
        } catch (Exception | Error e) {
            deliver(() -> failed.accept(e));
        }
    }

    private static void deliver(Runnable outcome) {
        Platform.runLater(() -> {
            WORKING.decrementAndGet();
            outcome.run();
        });
    }

    /** Repeats a task on the JavaFX thread until it is cancelled. Unlike an animation it causes no pulses. */
    public static Future<?> every(Duration pause, Runnable task) {
        return CLOCK.scheduleAtFixedRate(() -> Platform.runLater(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether {@link #work} is running whose result has not been passed back; for tests that wait until the window is complete. */
    public static boolean isWorking() {
        return WORKING.get() > 0;
    }
}
