package studio.parley.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static Optional<CardTrouble> trouble = Optional.empty();
    private static int threads;

    private OrtEnvironmentHolder() {}

    static OrtEnvironment get() {
        return start(RuntimeOptions.of(DevicePreference.CPU));
    }

    static synchronized int threads() {
        return threads;
    }

    static synchronized OrtEnvironment start(RuntimeOptions wanted) {
        if (environment != null) return environment;
        threads = wanted.threads() > 0 ? wanted.threads() : PhysicalCores.count();
        load(wanted);
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

    /** The folder of the libraries in use. */
    static synchronized Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** Why the libraries in use do not support a graphics card, if they do not. */
    static synchronized Optional<CardTrouble> cardTrouble() {
        if (folder != null && NativeLibraries.haveCuda(folder)) return Optional.empty();
        return trouble.or(() -> CardLibraries.ofUser().trouble())
                .or(() -> Optional.of(new CardTrouble("Parley has started with the libraries for the processor", "Start Parley again.")));
    }

    private static void load(RuntimeOptions wanted) {
        if (folder != null) return;
        var from = new ArrayList<Path>();
        var cards = CardLibraries.ofUser();
        boolean forCard = wanted.natives().isEmpty() && cards.state() == CardLibraries.State.COMPLETE
                && (wanted.device() == DevicePreference.AUTO || wanted.device() == DevicePreference.CUDA);
        if (forCard) from.add(cards.folder());
        from.add(wanted.natives().map(NativeLibraries::named).orElseGet(NativeLibraries::usual));
        try {
            folder = LibraryLoader.load(from);
            if (forCard && !folder.equals(cards.folder())) trouble = Optional.of(new CardTrouble(
                    "its libraries in " + cards.folder() + " could not be loaded", "Get them again with 'parley gpu setup', or in the studio under Settings, Graphics card."));
            if (wanted.natives().isPresent()) trouble = Optional.of(new CardTrouble("the ONNX Runtime build in " + folder + " has no CUDA support",
                    "Clear that folder in the settings. " + CardTrouble.SET_UP));
        } catch (LinkageError e) {
            throw Problem.device("ONNX Runtime's native libraries in " + from.getLast() + " could not be loaded. "
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
