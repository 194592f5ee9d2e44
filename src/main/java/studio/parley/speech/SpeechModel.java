package studio.parley.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.parley.onnx.Device;
import studio.parley.onnx.DeviceFailure;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RowBuffer;
import studio.parley.problem.Problem;
import studio.parley.speech.mimi.MimiDecoder;
import studio.parley.speech.mimi.MimiEncoder;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.model.OutputCheck;
import studio.parley.tokenizer.Tokenizer;

/**
 * An immutable model folder: tokenizer, language networks, codec. Thread-safe; any number of sessions and streams may use it. If a graphics
 * card fails, the networks on it are replaced, once, by those on the CPU: see {@link #withFallback}.
 */
public final class SpeechModel implements AutoCloseable {
    private final Path folder;
    private final ModelInfo info;
    private final Tokenizer tokenizer;
    private final PromptLayout prompt;
    /** The first are in use; the others failed, and sessions may still refer to them. */
    private final List<Networks> opened = new ArrayList<>();
    private volatile Networks networks;
    private volatile boolean fellBack;
    private volatile Consumer<String> onFallback = sentence -> { };

    private SpeechModel(Path folder, Networks networks, ModelInfo info, Tokenizer tokenizer) {
        this.folder = folder;
        this.info = info;
        this.tokenizer = tokenizer;
        this.prompt = new PromptLayout(info, tokenizer);
        this.networks = networks;
        opened.add(networks);
    }

    /** Opens a folder made by {@code parley convert}: reads its description and tokenizer; networks are loaded when needed. */
    public static SpeechModel open(Path folder, OrtRuntime runtime) {
        var info = describe(folder);
        boolean lacks = runtime.device() == Device.CUDA && !info.graphs().containsKey(ModelContract.CUDA);
        var where = !lacks ? runtime : runtime.onProcessor(folder + " has no networks for the graphics card (its precision is "
                + info.precision() + "), so the CPU is used. Convert its checkpoint again with --precision int4, int8 or fp16.");
        return open(folder, info, new Networks(folder, info, where));
    }

    /** As on a card, on any device, for comparison. */
    static SpeechModel openForCards(Path folder, OrtRuntime runtime) {
        var info = describe(folder);
        return open(folder, info, Networks.forCards(folder, info, runtime));
    }

    private static SpeechModel open(Path folder, ModelInfo info, Networks networks) {
        return new SpeechModel(folder, networks, info, Tokenizer.open(folder.resolve(ModelContract.TOKENIZER_JSON), info.bos(), info.eos()));
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
        return networks.runtime();
    }

    /** Gets the sentence that says why the CPU is used from now on, when the graphics card fails. Called on the thread whose work failed. */
    public void onFallback(Consumer<String> listener) {
        onFallback = listener;
    }

    /** Whether the graphics card has failed, so that sessions opened before are of no use any more. */
    public boolean hasFallenBack() {
        return fellBack;
    }

    public <T> T withFallback(Supplier<T> work) {
        return withFallback(work, () -> { });
    }

    /**
     * Runs work with the networks. If the graphics card fails meanwhile, the CPU computes from then on, and the work is run again from its
     * start: sessions and streams must be opened within it, or be replaced after {@link #hasFallenBack}.
     *
     * @param again called before the second run
     */
    public <T> T withFallback(Supplier<T> work, Runnable again) {
        var used = networks;
        try {
            return work.get();
        } catch (RuntimeException e) {
            var failure = used.runtime().failureIn(e).or(() -> wrongValues(used, e)).orElseThrow(() -> e);
            toProcessor(used, String.valueOf(failure.getMessage()));
            again.run();
            return work.get();
        }
    }

    private static Optional<DeviceFailure> wrongValues(Networks used, RuntimeException e) {
        return e instanceof OutputCheck.Invalid && used.runtime().device() != Device.CPU ? Optional.of(used.runtime().wrongValues(e)) : Optional.empty();
    }

    /** Several threads may find the same failure; the first one replaces the networks. */
    private void toProcessor(Networks failed, String why) {
        var runtime = failed.runtime().onProcessor(why);
        synchronized (opened) {
            if (networks != failed) return;
            networks = new Networks(folder, info, runtime);
            opened.addFirst(networks);
            fellBack = true;
        }
        runtime.fallback().ifPresent(onFallback);
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

    /** A conversation of up to {@code rows} lines or takes at once, on the current {@link #runtime}. */
    public GenerationSession session(int rows) {
        return networks.session(prompt, rows);
    }

    GenerationSession session(int rows, RowBuffer.Place place) {
        return networks.session(prompt, rows, place);
    }

    public MimiEncoder mimiEncoder() {
        return networks.encoder();
    }

    public MimiDecoder mimiDecoder() {
        return networks.decoder();
    }

    /** Loads everything that generation needs, in parallel; blocks until it is loaded. */
    public void warm() {
        networks.warm();
    }

    /** Every session and stream must be closed before. */
    @Override
    public void close() {
        synchronized (opened) {
            opened.forEach(Networks::close);
        }
        tokenizer.close();
    }
}
