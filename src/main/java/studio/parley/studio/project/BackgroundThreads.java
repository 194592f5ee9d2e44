package studio.parley.studio.project;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Threads for reading, hashing and computing that the owner thread must not wait for; two, so that the model keeps most of the machine. */
public final class BackgroundThreads {
    private static final Executor THREADS = Executors.newFixedThreadPool(2,
            Thread.ofPlatform().name("project work ", 1).daemon().factory());

    private BackgroundThreads() {}

    /** The result of a task, on one of these threads. */
    public static <T> CompletableFuture<T> run(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, THREADS);
    }
}
