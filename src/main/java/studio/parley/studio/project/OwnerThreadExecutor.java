package studio.parley.studio.project;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What workers want done on the thread that owns the project, in order. While the project closes and that thread waits for a worker, that thread
 * does these tasks meanwhile, so that neither waits for the other for ever.
 */
final class OwnerThreadExecutor {
    private static final int LOOK_MILLIS = 50;

    private final Executor ownerThread;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    OwnerThreadExecutor(Executor ownerThread) {
        this.ownerThread = ownerThread;
    }

    /** Any thread. */
    void post(Runnable task) {
        tasks.add(task);
        try {
            ownerThread.execute(this::next);
        } catch (RuntimeException closed) {
            // The executor takes nothing any more; whoever closes runs what is left.
        }
    }

    /** From a worker: the answer of the thread that owns the project. What is thrown there is thrown here. */
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

    /** On the thread that owns the project: does tasks until {@code end} is there, and all that came before it. */
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
