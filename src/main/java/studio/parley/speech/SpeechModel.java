package studio.parley.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.parley.onnx.Device;
import studio.parley.onnx.KvCache;
import studio.parley.onnx.OrtRuntime;
import studio.parley.problem.Problem;
import studio.parley.speech.mimi.MimiDecoder;
import studio.parley.speech.mimi.MimiEncoder;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;
import studio.parley.tokenizer.Tokenizer;

/**
 * An immutable model folder: tokenizer, language networks, codec. Thread-safe; any number of sessions and streams may use it. A network is
 * loaded on first use; {@link #warm} loads everything that generation needs at once, in parallel.
 */
public final class SpeechModel implements AutoCloseable {
    private final Path folder;
    private final OrtRuntime runtime;
    private final ModelInfo info;
    private final Tokenizer tokenizer;
    private final PromptLayout prompt;
    private final LazyValue<Backbone> backbone;
    private final LazyValue<DepthDecoder> depth;
    private final LazyValue<MimiEncoder> encoder;
    private final LazyValue<MimiDecoder> decoder;

    private SpeechModel(Path folder, OrtRuntime runtime, ModelInfo info, Tokenizer tokenizer) {
        this.folder = folder;
        this.runtime = runtime;
        this.info = info;
        this.tokenizer = tokenizer;
        this.prompt = new PromptLayout(info, tokenizer);
        this.backbone = new LazyValue<>(() -> Backbone.open(file(ModelContract.BACKBONE), info, runtime));
        this.depth = new LazyValue<>(() -> DepthDecoder.open(file(ModelContract.DEPTH_DECODER), runtime));
        this.encoder = new LazyValue<>(() -> MimiEncoder.open(file(ModelContract.MIMI_ENCODER), info, runtime));
        this.decoder = new LazyValue<>(() -> MimiDecoder.open(file(ModelContract.MIMI_DECODER), info, runtime));
    }

    /** Opens a folder made by {@code parley convert}: reads its description and tokenizer; networks are loaded when needed. */
    public static SpeechModel open(Path folder, OrtRuntime runtime) {
        var info = describe(folder);
        var cuda = runtime.device() == Device.CUDA && !info.graphs().containsKey(ModelContract.CUDA);
        var where = !cuda ? runtime : runtime.onProcessor(folder + " has no networks for the graphics card (its precision is "
                + info.precision() + "), so the CPU is used. Convert the checkpoint with --precision fp16.");
        return new SpeechModel(folder, where, info, Tokenizer.open(folder.resolve(ModelContract.TOKENIZER_JSON), info.bos(), info.eos()));
    }

    /** The content of the folder's model.json. */
    public static ModelInfo describe(Path folder) {
        if (Files.isDirectory(folder)) return ModelInfo.read(folder);
        throw Problem.model(folder + " is not a model folder. Create one with 'parley convert CHECKPOINT -o MODEL'.");
    }

    public Path folder() {
        return folder;
    }

    /** The device of this model; its {@link OrtRuntime#fallback} says why it is not the graphics card, if that was requested. */
    public OrtRuntime runtime() {
        return runtime;
    }

    public ModelInfo info() {
        return info;
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** The cost of turns and lines in positions. */
    public PromptLayout prompt() {
        return prompt;
    }

    /** Decides what fits into this model's context. */
    public ContextWindow contextWindow() {
        return contextWindow(info.context());
    }

    /** Like {@link #contextWindow()}, with at most {@code positions}. */
    public ContextWindow contextWindow(int positions) {
        return new ContextWindow(Math.min(positions, info.context()), info.frameRate(), prompt::cost, prompt::cost);
    }

    /** A conversation of up to {@code rows} lines or takes at once. */
    public GenerationSession session(int rows) {
        return session(rows, runtime.device() == Device.CUDA ? KvCache.Place.DEVICE : KvCache.Place.HOST);
    }

    GenerationSession session(int rows, KvCache.Place place) {
        return together(backbone, depth, () -> new GenerationSession(info, prompt, backbone.get(), depth.get(), rows, place));
    }

    public MimiEncoder mimiEncoder() {
        return encoder.get();
    }

    public MimiDecoder mimiDecoder() {
        return decoder.get();
    }

    /** Loads everything that generation needs, in parallel; blocks until it is loaded. */
    public void warm() {
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
        var name = info.graphs().getOrDefault(device(runtime), Map.of()).get(network);
        if (name == null) {
            throw Problem.model(folder.resolve(ModelContract.MODEL_JSON), "names no " + network + " for " + device(runtime));
        }
        return folder.resolve(name);
    }

    private static String device(OrtRuntime runtime) {
        return runtime.device() == Device.CUDA ? ModelContract.CUDA : ModelContract.CPU;
    }

    /** Every session and stream must be closed before. */
    @Override
    public void close() {
        backbone.ifMade(Backbone::close);
        depth.ifMade(DepthDecoder::close);
        encoder.ifMade(MimiEncoder::close);
        decoder.ifMade(MimiDecoder::close);
        tokenizer.close();
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
