package studio.parley.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/**
 * The process's one ONNX Runtime environment with its one thread pool. Measured: one shared pool makes a frame in 75 ms; a
 * spinning pool per session needs 752 ms. The first to ask decides the number of threads and which natives are loaded.
 */
final class Environment {
    /** Only what is used of it takes memory. */
    private static final long STACK_BYTES = 512L << 20;

    private static @Nullable OrtEnvironment environment;
    private static int threads;

    private Environment() {}

    static OrtEnvironment get() {
        return start(0, Optional.empty());
    }

    static synchronized int threads() {
        return threads;
    }

    static synchronized OrtEnvironment start(int wanted, Optional<Path> natives) {
        if (environment != null) return environment;
        Natives.prepare(natives);
        threads = wanted > 0 ? wanted : PhysicalCores.count();
        environment = onDeepStack(Environment::make);
        return environment;
    }

    private static OrtEnvironment make() {
        try (var options = new OrtEnvironment.ThreadingOptions()) {
            options.setGlobalIntraOpNumThreads(threads);
            options.setGlobalInterOpNumThreads(1);
            options.setGlobalSpinControl(true);
            var made = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "parley", options);
            keepAlive();
            return made;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime's thread pool", e);
        } catch (LinkageError e) {
            throw Problem.device("ONNX Runtime's native library does not load (" + root(e)
                    + "); install Parley again, or name a natives folder that fits this machine in the settings", e);
        }
    }

    /**
     * The library (1.29.0) matches the process's command line with a recursive regular expression when it starts: from about 4000
     * characters on, an ordinary stack overflows and the process is gone without a word.
     */
    private static OrtEnvironment onDeepStack(Supplier<OrtEnvironment> start) {
        var made = new CompletableFuture<OrtEnvironment>();
        new Thread(null, () -> {
            try {
                made.complete(start.get());
            } catch (RuntimeException | Error e) {
                made.completeExceptionally(e);
            }
        }, "onnx runtime start", STACK_BYTES).start();
        try {
            return made.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException r) throw r;
            if (e.getCause() instanceof Error r) throw r;
            throw e;
        }
    }

    /**
     * The library's own shutdown hook frees the environment while graphs may still run, which crashes the process on Ctrl-C. The
     * environment is one object with a count of its users: we become one and never leave.
     */
    private static void keepAlive() {
        try (var arena = Arena.ofConfined()) {
            CApi.get().make(CApi.CREATE_ENV, OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue(), arena.allocateFrom("parley"));
        }
    }

    private static String root(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return String.valueOf(cause.getMessage());
    }
}
