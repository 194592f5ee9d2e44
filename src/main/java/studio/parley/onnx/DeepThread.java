package studio.parley.onnx;

import ai.onnxruntime.OrtException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * When its environment is made, ONNX Runtime 1.29 puts the process's command line through a regular expression whose matcher
 * recurses for every character: a Java class path of 5,000 characters is 12,000 frames deep. Java's usual stack of 1 MB is too
 * small for that and the process would die without a word, so it happens on a thread with a deep stack.
 */
final class DeepThread {
    /** Address space, not memory: only what is used is taken. */
    private static final long STACK_BYTES = 256L << 20;

    private DeepThread() {}

    static <T> T call(Callable<T> work) throws OrtException {
        var task = new FutureTask<>(work);
        var thread = new Thread(null, task, "onnx-start", STACK_BYTES);
        thread.start();
        try {
            return uninterrupted(task);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case OrtException o -> throw o;
                case RuntimeException r -> throw r;
                case Error x -> throw x;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** This cannot be broken off; an interrupt is kept for afterwards. */
    private static <T> T uninterrupted(FutureTask<T> task) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
