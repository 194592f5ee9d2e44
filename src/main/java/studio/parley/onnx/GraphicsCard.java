package studio.parley.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.parley.problem.Problem;

/**
 * The graphics card as this process has found it. The first thing that goes wrong with it is remembered, and from then on the CPU is used:
 * after most errors of a card everything later on it fails too.
 */
final class GraphicsCard {
    private static final Logger LOG = LoggerFactory.getLogger(GraphicsCard.class);
    private static final AtomicReference<@Nullable String> FAILURE = new AtomicReference<>();
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();
    private static volatile ExecutionProvider cuda = ExecutionProvider.CUDA;

    private GraphicsCard() {}

    static ExecutionProvider cuda() {
        return cuda;
    }

    /** For tests: another card, which has not failed yet. */
    static void replace(ExecutionProvider other) {
        cuda = other;
        FAILURE.set(null);
        TOLD.clear();
    }

    /** Why it cannot be used, and what to do; nothing if it can. */
    static Optional<String> trouble(ExecutionProvider provider) {
        var known = FAILURE.get();
        if (known != null) return Optional.of(known);
        try (var options = new SessionOptions()) {
            if (provider == ExecutionProvider.CUDA) CudaLibraries.load();
            provider.addTo(options);
            return Optional.empty();
        } catch (OrtException | LinkageError e) {
            return Optional.of(String.valueOf(failed(e).getMessage()));
        }
    }

    /** A sentence that has not been said yet in this process. */
    static Optional<String> once(Optional<String> sentence) {
        return sentence.filter(TOLD::add);
    }

    /** The library's words are for the log only: they name its source files and do not help people. */
    static DeviceFailure failed(Throwable cause) {
        return failed(CardTrouble.of(String.valueOf(cause.getMessage())), cause);
    }

    static DeviceFailure failed(CardTrouble trouble, Throwable cause) {
        LOG.warn("The graphics card failed: {}", cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        FAILURE.compareAndSet(null, trouble.sentence());
        return new DeviceFailure(String.valueOf(FAILURE.get()), cause);
    }

    /** Whether an exception comes from ONNX Runtime, so that on a graphics card the card is the cause. */
    static boolean isOfLibrary(RuntimeException e) {
        for (Throwable at = e; at != null; at = at.getCause()) if (at instanceof OrtException || at instanceof NativeFailure) return true;
        return false;
    }

    /** The failure behind an exception on a graphics card, if that is one. */
    static Optional<DeviceFailure> failureIn(RuntimeException e) {
        for (Throwable at = e; at != null; at = at.getCause()) if (at instanceof DeviceFailure f) return Optional.of(f);
        return isOfLibrary(e) && !(e instanceof Problem) ? Optional.of(failed(e)) : Optional.empty();
    }
}
