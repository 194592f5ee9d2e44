package studio.parley.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/**
 * The single ONNX Runtime environment of the process with its thread pool. Measured: with one shared pool a frame takes 75 ms; with a
 * spinning pool per session 752 ms. The first caller determines the number of threads and which libraries are loaded.
 */
final class OrtEnvironmentHolder {
    private static @Nullable OrtEnvironment environment;
    private static @Nullable Path folder;
    private static int threads;

    private OrtEnvironmentHolder() {}

    static OrtEnvironment get() {
        return start(0, Optional.empty());
    }

    static synchronized int threads() {
        return threads;
    }

    static synchronized OrtEnvironment start(int wanted, Optional<Path> natives) {
        if (environment != null) return environment;
        threads = wanted > 0 ? wanted : PhysicalCores.count();
        load(natives);
        try (var options = new OrtEnvironment.ThreadingOptions()) {
            options.setGlobalIntraOpNumThreads(threads);
            options.setGlobalInterOpNumThreads(1);
            options.setGlobalSpinControl(true);
            environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "parley", options);
            keepAlive();
            return environment;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime's thread pool", e);
        }
    }

    /** Whether the libraries in use support a graphics card. */
    static synchronized boolean haveCuda() {
        return folder != null && NativeLibraries.haveCuda(folder);
    }

    private static void load(Optional<Path> natives) {
        if (folder != null) return;
        var from = NativeLibraries.folder(natives);
        try {
            LibraryLoader.load(from);
            folder = from;
        } catch (LinkageError e) {
            throw Problem.device("ONNX Runtime's native libraries in " + from + " could not be loaded. "
                    + "Install Parley again, or choose a folder with a matching build in the settings.", e);
        }
    }

    /**
     * The library's own shutdown hook frees the environment while graphs may still run, which crashes the process on Ctrl-C. The
     * environment is reference-counted: this adds a reference that is never released.
     */
    private static void keepAlive() {
        try (var arena = Arena.ofConfined()) {
            OrtCApi.get().make(OrtCApi.CREATE_ENV, OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL.getValue(), arena.allocateFrom("parley"));
        }
    }
}
