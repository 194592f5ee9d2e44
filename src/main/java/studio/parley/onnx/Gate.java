package studio.parley.onnx;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets graphs run until the process ends (Ctrl-C, {@code System.exit}), then waits for those under way: leaving while the
 * library computes crashes it. A run asked for afterwards is cancelled.
 */
final class Gate {
    private static final int PATIENCE_SECONDS = 10;
    private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
    private static volatile boolean closing;

    static {
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(Gate::shut, "parley-onnx-gate"));
    }

    private Gate() {}

    static void enter() {
        LOCK.readLock().lock();
        if (!closing) return;
        LOCK.readLock().unlock();
        throw new CancellationException("Parley is closing");
    }

    static void leave() {
        LOCK.readLock().unlock();
    }

    private static void shut() {
        closing = true;
        try {
            if (LOCK.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) LOCK.writeLock().unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
