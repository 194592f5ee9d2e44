package studio.parley.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studio.parley.problem.Cancellation;
import studio.parley.problem.ShutdownHook;

/**
 * Time for a command that is interrupted (Ctrl-C): {@link Cancellation} stops its work, and while this is open the process stays up to ten
 * seconds longer, until everything is cleaned up and reported.
 */
final class GracePeriod implements AutoCloseable {
    /** Of the process, which runs one command. */
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    private final Thread hook = new Thread(GracePeriod::await, "grace period");

    GracePeriod() {
        ShutdownHook.add(hook);
    }

    private static void await() {
        try {
            ENDED.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is cleaned up and reported; the user gets the terminal back. */
    static void end() {
        ENDED.countDown();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook is running, and waits until the command has reported its result
        }
    }
}
