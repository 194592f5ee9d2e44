package studio.parley.server;

import java.util.OptionalDouble;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import studio.parley.problem.Cancellation;

/** One thread that works for one request after another, in the order in which they came; when too many wait, others are refused. Thread-safe. */
final class WorkQueue implements AutoCloseable {
    private final ThreadPoolExecutor worker;
    private volatile boolean closing;
    /** How long a job takes, seconds: a mean in which the latest counts a fifth. */
    private volatile double usualSeconds = 1;
    /** When the job being done was begun; 0 between two jobs. */
    private volatile long begunNanos;

    WorkQueue(int most) {
        worker = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(most), Thread.ofPlatform().name("speech").factory());
        worker.prestartAllCoreThreads();
    }

    /** Work in the queue. */
    final class Job<T> implements Runnable {
        private final Supplier<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private volatile boolean abandoned;

        private Job(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            long begin = System.nanoTime();
            begunNanos = begin;
            try {
                if (isUnwanted()) throw new CancellationException("nobody waits");
                result.complete(Cancellation.unless(this::isUnwanted, work));
                usualSeconds = 0.8 * usualSeconds + 0.2 * (System.nanoTime() - begin) / 1e9;
            } catch (Throwable e) {
                result.completeExceptionally(e);
            } finally {
                begunNanos = 0;
            }
        }

        private boolean isUnwanted() {
            return abandoned || closing;
        }

        /** Nobody waits for it any more: it is taken out of the queue, or ends within a frame. */
        void abandon() {
            abandoned = true;
            if (worker.remove(this)) result.cancel(false);
        }

        /** Calls {@code then} when it has ended, however it did. */
        void onEnd(Runnable then) {
            result.whenComplete((_, _) -> then.run());
        }

        /** Its result, or what it threw. */
        T await() {
            try {
                return result.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException known) throw known;
                if (e.getCause() instanceof Error known) throw known;
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                abandon();
                throw new CancellationException("interrupted");
            }
        }
    }

    /** Puts work at the end of the queue; an {@link ApiError} if that is full. */
    <T> Job<T> submit(Supplier<T> work) {
        var job = new Job<>(work);
        try {
            worker.execute(job);
            return job;
        } catch (RejectedExecutionException full) {
            if (closing) throw ApiError.request(503, "shutting_down", "The server is being closed. Start it again.");
            int seconds = Math.clamp((long) Math.ceil(usualSeconds * (waiting() + 1) / 2), 1, 60);
            throw ApiError.busy(seconds, "Too many requests are waiting. Try again in " + seconds + " s, or start the server with a larger --max-queue.");
        }
    }

    /** For how long the job being done has been worked on; empty if there is none. */
    OptionalDouble runningSeconds() {
        long begin = begunNanos;
        return begin == 0 ? OptionalDouble.empty() : OptionalDouble.of((System.nanoTime() - begin) / 1e9);
    }

    /** How many jobs wait for the one being done. */
    int waiting() {
        return worker.getQueue().size();
    }

    /** Ends the job being done within a frame, and those that wait; returns when that has happened. */
    @Override
    public void close() {
        closing = true;
        worker.shutdown();
        try {
            worker.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
