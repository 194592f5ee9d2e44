package studio.parley.studio.project;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What workers want done on the thread of the door, in order. While the door closes and its thread waits for a worker, that thread
 * does these tasks meanwhile, so that neither waits for the other for ever.
 */
final class DoorTasks {
    private static final int LOOK_MILLIS = 50;

    private final Executor door;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    DoorTasks(Executor door) {
        this.door = door;
    }

    /** Any thread. */
    void post(Runnable task) {
        tasks.add(task);
        try {
            door.execute(this::next);
        } catch (RuntimeException closed) {
            // The door takes nothing any more; whoever closes runs what is left.
        }
    }

    /** From a worker: the answer of the door's thread. What is thrown there is thrown here. */
    <T> T ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        post(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException r) throw r;
            throw e;
        }
    }

    /** On the door's thread: does tasks until {@code end} is there, and all that came before it. */
    void workUntil(CompletableFuture<?> end) {
        try {
            while (!end.isDone()) {
                var task = tasks.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) task.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while closing");
        }
        next();
    }

    private void next() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    }
}
