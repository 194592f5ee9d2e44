package studio.parley.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish that is granted between frames: the program is told, given ten seconds to put things in order, then it ends.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch left = new CountDownLatch(1);
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
            left.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        left.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook is running, and has just been let go
        }
    }
}
