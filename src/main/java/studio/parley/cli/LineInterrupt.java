package studio.parley.cli;

import studio.parley.problem.Cancellation;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C in the console: it ends the current line, not the program. Between lines it only runs {@code idle}, which says how to quit.
 * Handlers run on a thread of the JVM.
 */
final class LineInterrupt implements AutoCloseable {
    private static final Signal CTRL_C = new Signal("INT");

    private final Runnable idle;
    private final SignalHandler before;
    private volatile boolean speaking;
    private volatile boolean raised;

    LineInterrupt(Runnable idle) {
        this.idle = idle;
        this.before = Signal.handle(CTRL_C, _ -> press());
    }

    /** The action of the key; a process started with the signal ignored, as in the background of a shell, never gets it. */
    void press() {
        if (speaking) raised = true;
        else idle.run();
    }

    /** Runs work that Ctrl-C cancels. */
    void during(Runnable work) {
        raised = false;
        speaking = true;
        try {
            Cancellation.unless(() -> raised, () -> {
                work.run();
                return work;
            });
        } finally {
            speaking = false;
        }
    }

    @Override
    public void close() {
        Signal.handle(CTRL_C, before);
    }
}
