package studio.parley.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The only crossing between the JavaFX thread and the others. */
public final class FxThread {
    private static final ExecutorService WORKERS = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("parley-work-", 0).factory());

    private FxThread() {}

    /** Runs at once when already on the JavaFX thread, else soon. */
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) task.run();
        else Platform.runLater(task);
    }

    /** The JavaFX thread as an executor; always later, in order. */
    public static Executor executor() {
        return Platform::runLater;
    }

    /** Works off the JavaFX thread; the result or the trouble comes back on it. */
    public static <T> void work(Callable<T> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        WORKERS.execute(() -> {
            try {
                var result = work.call();
                Platform.runLater(() -> done.accept(result));
            } catch (Exception | Error e) {
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }
}
