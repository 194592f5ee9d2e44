package studio.parley.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish that is granted between frames: the program is told, given ten seconds to put things in order and to say so, then
 * it ends.
 */
final class Interruption implements AutoCloseable {
    /** The last word has been said: of the process, which runs one command. */
    private static final CountDownLatch SAID = new CountDownLatch(1);

    private final Thread hook = new Thread(this::interrupted, "interruption");
    private volatile boolean wished;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isWished() {
        return wished;
    }

    private void interrupted() {
        wished = true;
        try {
            SAID.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is in order and said; whoever pressed Ctrl-C gets the terminal back. */
    static void ended() {
        SAID.countDown();
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
