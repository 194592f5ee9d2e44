package studio.parley.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Optional;
import studio.parley.problem.Problem;

/**
 * Access to ONNX Runtime: one thread pool for the whole process, one device. Thread-safe.
 *
 * <p>A runtime opened for a graphics card that cannot be used computes on the CPU, and {@link #fallback} says why. A card that fails later is
 * a {@link DeviceFailure}; from then on every runtime uses the CPU.
 */
public final class OrtRuntime implements AutoCloseable {
    private final ExecutionProvider provider;
    private final Optional<String> fallback;

    private OrtRuntime(ExecutionProvider provider, Optional<String> fallback) {
        this.provider = provider;
        this.fallback = fallback;
    }

    public static OrtRuntime open(DevicePreference preference) {
        return open(RuntimeOptions.of(preference));
    }

    public static OrtRuntime open(RuntimeOptions options) {
        OrtEnvironmentHolder.start(options);
        var provider = switch (options.device()) {
            case CPU -> ExecutionProvider.CPU;
            case COREML -> ExecutionProvider.COREML;
            case AUTO, CUDA -> GraphicsCard.cuda();
        };
        if (provider == ExecutionProvider.CPU) return new OrtRuntime(provider, Optional.empty());
        boolean isSilent = options.device() == DevicePreference.AUTO && !isExpected(options);
        // Looking for a card takes time and memory.
        if (isSilent && provider == ExecutionProvider.CUDA) return new OrtRuntime(ExecutionProvider.CPU, Optional.empty());
        var libraries = provider == ExecutionProvider.CUDA ? OrtEnvironmentHolder.cardTrouble().map(CardTrouble::sentence) : Optional.<String>empty();
        var trouble = libraries.or(() -> GraphicsCard.trouble(provider));
        if (trouble.isEmpty()) return new OrtRuntime(provider, Optional.empty());
        var news = GraphicsCard.once(trouble);
        return new OrtRuntime(ExecutionProvider.CPU, options.device() == DevicePreference.AUTO ? news : trouble);
    }

    /** Whether the user has installed libraries for a card, so that it matters if it cannot be used. */
    private static boolean isExpected(RuntimeOptions options) {
        return OrtEnvironmentHolder.folder().filter(NativeLibraries::haveCuda).isPresent()
                || options.natives().isEmpty() && CardLibraries.ofUser().state() != CardLibraries.State.NONE;
    }

    public Device device() {
        return provider.device();
    }

    /** Why the CPU is used although the graphics card was requested. */
    public Optional<String> fallback() {
        return fallback;
    }

    /** The same runtime on the CPU, because of {@code why} (one sentence, which is its {@link #fallback} unless it was said before). */
    public OrtRuntime onProcessor(String why) {
        return new OrtRuntime(ExecutionProvider.CPU, GraphicsCard.once(Optional.of(why)));
    }

    /** The failure of this runtime's graphics card that caused an exception, if that is the cause. */
    public Optional<DeviceFailure> failureIn(RuntimeException e) {
        return device() == Device.CPU ? Optional.empty() : GraphicsCard.failureIn(e);
    }

    /** The card computes wrong values, which it cannot notice itself. */
    public DeviceFailure wrongValues(RuntimeException found) {
        return GraphicsCard.failed(new CardTrouble("it computes wrong values", "Update NVIDIA's driver, or choose the processor with --device cpu."), found);
    }

    ExecutionProvider provider() {
        return provider;
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
            if (device() != Device.CPU) throw GraphicsCard.failed(e);
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
        provider.addTo(options);
        return options;
    }

    /** Graphs opened here stay open: their owners close them. The thread pool lives as long as the process. */
    @Override
    public void close() {}
}
