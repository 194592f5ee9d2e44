package studio.parley.problem;

import java.util.concurrent.CancellationException;

/** Threads that run when the process ends. */
public final class ShutdownHook {
    private ShutdownHook() {}

    /** @throws CancellationException if the process is ending already, so that nothing new should begin */
    public static void add(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            throw new CancellationException("the process is ending");
        }
    }
}
