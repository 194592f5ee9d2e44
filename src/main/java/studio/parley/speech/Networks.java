package studio.parley.speech;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.parley.onnx.Device;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RowBuffer;
import studio.parley.problem.Problem;
import studio.parley.speech.mimi.MimiDecoder;
import studio.parley.speech.mimi.MimiEncoder;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;

/** The networks of a model folder on one device. Each is loaded on first use; {@link #warm} loads what generation needs. Thread-safe. */
final class Networks implements AutoCloseable {
    private final Path folder;
    private final ModelInfo info;
    private final String flavour;
    private final RowBuffer.Place place;
    private final OrtRuntime runtime;
    private final LazyValue<Backbone> backbone;
    private final LazyValue<DepthDecoder> depth;
    private final LazyValue<MimiEncoder> encoder;
    private final LazyValue<MimiDecoder> decoder;

    Networks(Path folder, ModelInfo info, OrtRuntime runtime) {
        this(folder, info, runtime, runtime.device() == Device.CUDA ? ModelContract.CUDA : ModelContract.CPU, RowBuffer.Place.of(runtime.device()));
    }

    /** The networks for cards on any device, with what is in a card's memory bound as such. */
    static Networks forCards(Path folder, ModelInfo info, OrtRuntime runtime) {
        return new Networks(folder, info, runtime, ModelContract.CUDA, RowBuffer.Place.DEVICE);
    }

    private Networks(Path folder, ModelInfo info, OrtRuntime runtime, String flavour, RowBuffer.Place place) {
        this.flavour = flavour;
        this.place = place;
        this.folder = folder;
        this.info = info;
        this.runtime = runtime;
        this.backbone = new LazyValue<>(() -> Backbone.open(file(ModelContract.BACKBONE), info, runtime));
        this.depth = new LazyValue<>(() -> DepthDecoder.open(file(ModelContract.DEPTH_DECODER), runtime));
        this.encoder = new LazyValue<>(() -> MimiEncoder.open(file(ModelContract.MIMI_ENCODER), info, runtime));
        this.decoder = new LazyValue<>(() -> MimiDecoder.open(file(ModelContract.MIMI_DECODER), info, runtime, place));
    }

    OrtRuntime runtime() {
        return runtime;
    }

    GenerationSession session(PromptLayout prompt, int rows) {
        return session(prompt, rows, place);
    }

    GenerationSession session(PromptLayout prompt, int rows, RowBuffer.Place place) {
        return together(backbone, depth, () -> new GenerationSession(info, prompt, backbone.get(), depth.get(), rows, place));
    }

    MimiEncoder encoder() {
        return encoder.get();
    }

    MimiDecoder decoder() {
        return decoder.get();
    }

    /** Loads everything that generation needs, in parallel; blocks until it is loaded. */
    void warm() {
        together(backbone, depth, decoder);
    }

    /** Loads both in threads of their own while {@code here} starts loading its part in this one. */
    private static <T> T together(Supplier<?> one, Supplier<?> two, Supplier<T> here) {
        var loads = List.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(two));
        try {
            loads.forEach(CompletableFuture::join);
            return here.get();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException r) throw r;
            throw e;
        }
    }

    private Path file(String network) {
        var name = info.graphs().getOrDefault(flavour, Map.of()).get(network);
        if (name == null) throw Problem.model(folder.resolve(ModelContract.MODEL_JSON), "names no " + network + " for " + flavour);
        return folder.resolve(name);
    }

    /** Every session and stream must be closed before. */
    @Override
    public void close() {
        backbone.ifMade(Backbone::close);
        depth.ifMade(DepthDecoder::close);
        encoder.ifMade(MimiEncoder::close);
        decoder.ifMade(MimiDecoder::close);
    }

    /** A value computed on first use, once. Thread-safe. */
    private static final class LazyValue<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private @Nullable T made;

        LazyValue(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public synchronized T get() {
            var value = made;
            if (value == null) {
                value = maker.get();
                made = value;
            }
            return value;
        }

        synchronized void ifMade(Consumer<T> use) {
            if (made != null) use.accept(made);
        }
    }
}
