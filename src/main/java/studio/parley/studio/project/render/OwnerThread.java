package studio.parley.studio.project.render;

import java.util.concurrent.Executor;

/** Brings tasks onto the thread that owns the project, in order. Any thread. */
record OwnerThread(Executor executor) {
    void post(Runnable task) {
        try {
            executor.execute(task);
        } catch (RuntimeException ended) {
            // It takes nothing any more; whoever closes does there what is left.
        }
    }
}
