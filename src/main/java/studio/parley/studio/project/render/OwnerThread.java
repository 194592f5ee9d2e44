package studio.parley.studio.project.render;

import java.util.concurrent.Executor;

/** Runs tasks on the thread that owns the project, in order. Any thread. */
record OwnerThread(Executor executor) {
    void post(Runnable task) {
        try {
            executor.execute(task);
        } catch (RuntimeException ended) {
            // It accepts no more tasks; the closing thread runs the remaining ones.
        }
    }
}
