package studio.parley.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Path;
import java.util.Optional;
import studio.parley.problem.Problem;

/**
 * Access to ONNX Runtime: one thread pool for the whole process, one device. Thread-safe.
 *
 * <p>A runtime opened for {@link DevicePreference#CUDA} whose provider cannot be loaded uses the CPU, and {@link #fallback} says why; it
 * never fails for that reason.
 */
public final class OrtRuntime implements AutoCloseable {
    private final Device device;
    private final Optional<String> fallback;

    private OrtRuntime(Device device, Optional<String> fallback) {
        this.device = device;
        this.fallback = fallback;
    }

    public static OrtRuntime open(DevicePreference preference) {
        return open(RuntimeOptions.of(preference));
    }

    public static OrtRuntime open(RuntimeOptions options) {
        OrtEnvironmentHolder.start(options.threads(), options.natives());
        return switch (options.device()) {
            case CPU -> new OrtRuntime(Device.CPU, Optional.empty());
            case AUTO -> cudaTrouble().isEmpty()
                    ? new OrtRuntime(Device.CUDA, Optional.empty()) : new OrtRuntime(Device.CPU, Optional.empty());
            case CUDA -> {
                var trouble = cudaTrouble();
                yield new OrtRuntime(trouble.isEmpty() ? Device.CUDA : Device.CPU, trouble);
            }
        };
    }

    public Device device() {
        return device;
    }

    /** Why the CPU is used although the graphics card was requested. */
    public Optional<String> fallback() {
        return fallback;
    }

    /** The same runtime on the CPU, because of {@code why} (one sentence). */
    public OrtRuntime onProcessor(String why) {
        return new OrtRuntime(Device.CPU, Optional.of(why));
    }

    /** Number of worker threads. */
    public int threads() {
        return OrtEnvironmentHolder.threads();
    }

    /** Bytes of physical memory; a very large number if unknown. */
    public static long memory() {
        return NativeMemory.installed();
    }

    /** The version of ONNX Runtime. */
    public String version() {
        return OrtEnvironmentHolder.get().getVersion();
    }

    /** Opens a graph on this runtime's device and checks its inputs and outputs against {@code signature}. */
    public Graph load(Path file, Signature signature) {
        return load(file, signature, true);
    }

    /**
     * Like {@link #load(Path, Signature)}; if {@code keepWorkspace} is false, working memory is freed after every run, for graphs that run
     * rarely and need much.
     */
    public Graph load(Path file, Signature signature, boolean keepWorkspace) {
        GraphFile.read(file);
        try {
            var options = options(keepWorkspace);
            return Graph.open(file, OrtEnvironmentHolder.get().createSession(file.toString(), options), options, this, signature);
        } catch (OrtException e) {
            throw Problem.model(file, "is damaged, or not a network that this version of Parley can run", e);
        }
    }

    Graph load(String name, byte[] model, Signature signature) throws OrtException {
        var options = options(true);
        return Graph.open(Path.of(name), OrtEnvironmentHolder.get().createSession(model, options), options, this, signature);
    }

    private OrtSession.SessionOptions options(boolean keepWorkspace) throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.disablePerSessionThreads();
        options.setMemoryPatternOptimization(false);
        options.setCPUArenaAllocator(keepWorkspace);
        options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        if (device == Device.CUDA) addCuda(options);
        return options;
    }

    /** Why the graphics card cannot be used, and what to do. ONNX Runtime's own message names its source files and does not help users. */
    private static Optional<String> cudaTrouble() {
        if (!OrtEnvironmentHolder.haveCuda()) return Optional.of("The graphics card cannot be used, so the CPU is used: this build of ONNX Runtime "
                + "has no CUDA support. Choose a folder with the GPU build in the settings.");
        try (var options = new OrtSession.SessionOptions()) {
            addCuda(options);
            return Optional.empty();
        } catch (OrtException | LinkageError e) {
            return Optional.of("The graphics card cannot be used, so the CPU is used. Check that an NVIDIA driver and the CUDA and cuDNN libraries "
                    + "that this ONNX Runtime build needs are installed.");
        }
    }

    private static void addCuda(OrtSession.SessionOptions options) throws OrtException {
        try (var cuda = new OrtCUDAProviderOptions(0)) {
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            options.addCUDA(cuda);
        }
    }

    /** Graphs opened here stay open: their owners close them. The thread pool lives as long as the process. */
    @Override
    public void close() {}
}
