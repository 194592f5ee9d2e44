package studio.parley.ui.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.parley.ui.kit.Notices.Remedy;

/**
 * A task of the window by its name. Its failure is one notification, which disappears when the task succeeds; without a remedy it also
 * disappears after a while.
 */
public record Attempt(Notices notices, String cause, @Nullable Remedy remedy) {
    /** See {@link FxThread#work}. */
    public <T> void work(Callable<T> work, Consumer<? super T> done) {
        FxThread.work(work, succeeding(done), this::failed);
    }

    /** See {@link FxThread#write}. */
    public <T> void write(Callable<T> work, Consumer<? super T> done) {
        FxThread.write(work, succeeding(done), this::failed);
    }

    /** For tasks with more to do when they fail. */
    public void failed(Throwable thrown) {
        notices.failed(cause, thrown, remedy);
    }

    public void succeeded() {
        notices.settled(cause);
    }

    private <T> Consumer<T> succeeding(Consumer<? super T> done) {
        return result -> {
            succeeded();
            done.accept(result);
        };
    }
}
