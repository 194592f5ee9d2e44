package studio.parley.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studio.parley.problem.Cancellation;

/**
 * Time for a command that is told to end (Ctrl-C): {@link Cancellation} stops its work, and while this is open the process stays up
 * to ten seconds longer, until all is in order and what became of it has been said.
 */
final class GracePeriod implements AutoCloseable {
    /** Of the process, which runs one command. */
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    private final Thread hook = new Thread(GracePeriod::await, "grace period");

    GracePeriod() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void await() {
        try {
            ENDED.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is in order and said; whoever pressed Ctrl-C gets the terminal back. */
    static void end() {
        ENDED.countDown();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook is running, and waits until what became of the command has been said
        }
    }
}
