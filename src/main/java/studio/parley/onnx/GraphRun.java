package studio.parley.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import studio.parley.problem.Cancellation;

/**
 * One run of a graph, which {@link Cancellation} can interrupt. Ending the process while the library computes crashes it, so shutdown waits
 * for the active runs (which are stopped).
 */
final class GraphRun implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;
    private static final ReentrantReadWriteLock UNDER_WAY = new ReentrantReadWriteLock();

    static {
        try {
            java.lang.Runtime.getRuntime().addShutdownHook(new Thread(GraphRun::awaitAll, "parley-onnx-end"));
        } catch (IllegalStateException endingAlready) {
            // No run is active: from now on every run is cancelled before it begins.
        }
    }

    private final RunOptions options;
    private final Cancellation.Stop stop;
    private boolean stopped;
    private boolean ended;

    private GraphRun(RunOptions options) {
        this.options = options;
        this.stop = Cancellation.whenWished(this::stop);
    }

    /** Called before the library; throws if the work of this thread is no longer needed. */
    static GraphRun begin() throws OrtException {
        UNDER_WAY.readLock().lock();
        try {
            Cancellation.stopIfWished();
            var options = new RunOptions();
            options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return new GraphRun(options);
        } catch (OrtException | RuntimeException | Error e) {
            UNDER_WAY.readLock().unlock();
            throw e;
        }
    }

    RunOptions options() {
        return options;
    }

    /** Whether it failed because it was interrupted. */
    synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void stop() {
        if (stopped || ended) return;
        try {
            options.setTerminate(true);
            stopped = true;
        } catch (OrtException e) {
            throw new IllegalStateException("stopping a graph", e);
        }
    }

    @Override
    public void close() {
        stop.close();
        synchronized (this) {
            ended = true;
            options.close();
        }
        UNDER_WAY.readLock().unlock();
    }

    private static void awaitAll() {
        try {
            if (UNDER_WAY.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) UNDER_WAY.writeLock().unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
