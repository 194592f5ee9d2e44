package studio.parley.server;

import java.io.IOException;
import java.time.Duration;

/**
 * Interrupts this thread if it is not done in time, which closes the connection it reads from or writes to: the JDK's server lets a client take as long as it
 * likes.
 */
final class TimeLimit implements AutoCloseable {
    private final Thread owner = Thread.currentThread();
    private final Thread watcher;
    private boolean done;
    private boolean fired;

    private TimeLimit(Duration limit) {
        watcher = Thread.ofVirtual().name("time limit").start(() -> watch(limit));
    }

    /** What may take too long. */
    interface Transfer<T> {
        T run() throws IOException;
    }

    static <T> T within(Duration limit, Transfer<T> transfer) throws IOException {
        try (var watch = new TimeLimit(limit)) {
            return transfer.run();
        }
    }

    private void watch(Duration limit) {
        try {
            Thread.sleep(limit);
        } catch (InterruptedException inTime) {
            return;
        }
        synchronized (this) {
            fired = !done;
            if (fired) owner.interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            done = true;
            if (fired) Thread.interrupted();
        }
        watcher.interrupt();
    }
}
