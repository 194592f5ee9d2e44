package studio.parley.studio.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.parley.dialogue.Delivery;
import studio.parley.modelfolder.ModelCheck;
import studio.parley.onnx.Device;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RuntimeOptions;
import studio.parley.problem.Problem;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.model.Sampling;
import studio.parley.speech.text.DurationEstimate;
import studio.parley.studio.settings.AppDirectories;

/** A model that is loaded and ready, with its description for user interfaces. */
public final class LoadedModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedModel.class);
    /** Text whose estimated length exceeds this fraction of the default maximum length might be cut off. */
    private static final double MOST_OF_USUAL = 0.6;

    private final SpeechModel model;
    private final OpenModel mark;
    private final List<String> notices;

    private LoadedModel(SpeechModel model, OpenModel mark, List<String> notices) {
        this.model = model;
        this.mark = mark;
        this.notices = notices;
    }

    /**
     * Opens a model folder whose files are unchanged: the first time they are all read to verify that, which takes some seconds for large
     * ones.
     *
     * @param device auto, cpu, cuda or coreml
     * @param threads 0 for all cores
     * @param natives another build of ONNX Runtime's libraries
     * @param directories where the results of the check are stored
     * @param progress receives the fraction that was checked, 0 to 1, while there is something to check
     */
    public static LoadedModel open(Path folder, String device, int threads, Optional<Path> natives, AppDirectories directories, DoubleConsumer progress) {
        var options = RuntimeOptions.of(preference(device)).withThreads(threads);
        var mark = OpenModel.mark(directories, folder);
        try {
            var info = SpeechModel.describe(folder);
            var unhashed = new ModelCheck(folder, info.files(), info.networks(), directories.checkedModels(), progress).run();
            long began = System.nanoTime();
            var model = SpeechModel.open(folder, OrtRuntime.open(natives.map(options::withNatives).orElse(options)));
            LOG.info("Opened {} ({}, {}) in {} ms", model.info().name(), model.info().precision(), model.runtime().device(), (System.nanoTime() - began) / 1_000_000);
            return new LoadedModel(model, mark, Stream.concat(unhashed.stream(), model.runtime().fallback().stream()).toList());
        } catch (RuntimeException | Error e) {
            mark.close();
            throw e;
        }
    }

    /** auto, cpu, cuda or coreml. */
    public static DevicePreference preference(String device) {
        return switch (device.toLowerCase(Locale.ROOT)) {
            case "auto" -> DevicePreference.AUTO;
            case "cpu" -> DevicePreference.CPU;
            case "cuda" -> DevicePreference.CUDA;
            case "coreml" -> DevicePreference.COREML;
            default -> throw Problem.input("There is no device '" + device + "'. Use auto, cpu, cuda or coreml.");
        };
    }

    /** The model itself, for use cases; not for user interfaces. */
    public SpeechModel speech() {
        return model;
    }

    /** A short description: name, precision and device. */
    public String describe() {
        return model.info().name() + " (" + model.info().precision() + ", " + model.runtime().device().name().toLowerCase(Locale.ROOT)
                + ")";
    }

    /** Whether the processor computes now, and no graphics card; any thread. */
    public boolean usesProcessor() {
        return model.runtime().device() == Device.CPU;
    }

    /** Notices for people: why the CPU is used although the graphics card was requested, which files have no checksum. */
    public List<String> notices() {
        return notices;
    }

    /** Gets the sentence that says so when a graphics card fails later, on the thread that works then. */
    public void onFallback(Consumer<String> listener) {
        model.onFallback(listener);
    }

    /** As its maker calls it. */
    public String name() {
        return model.info().name();
    }

    public Path folder() {
        return model.folder();
    }

    /** The sample rate of this model's output. */
    public int rate() {
        return model.info().sampleRate();
    }

    public double frameRate() {
        return model.info().frameRate();
    }

    /** A delivery in the form of the sampler; missing values come from the checkpoint's defaults. Temperature 0 is greedy. */
    private Sampling sampling(Delivery delivery, long seed) {
        var own = model.info().sampling();
        if (delivery.temperature() != null && delivery.temperature() == 0) return Sampling.greedy().withSeed(seed);
        float temperature = delivery.temperature() == null ? own.temperature() : delivery.temperature().floatValue();
        float depth = delivery.temperature() == null ? own.depthTemperature() : delivery.temperature().floatValue();
        int topK = delivery.topK() == null ? own.topK() : delivery.topK();
        int depthTopK = delivery.topK() == null ? own.depthTopK() : delivery.topK();
        return new Sampling(temperature, depth, topK, depthTopK, seed);
    }

    /**
     * The request for the renderer: the only place where text, voices and settings become a prompt.
     *
     * @param seeds one for each take
     * @param together whether a single take is made like one of a batch; several always are
     */
    public UtteranceRequest prompt(List<ContextTurn> heard, int speaker, String text, Delivery delivery, List<Long> seeds, boolean together) {
        var samplings = seeds.stream().map(s -> sampling(delivery, s)).toList();
        return new UtteranceRequest(heard, speaker, text, samplings, delivery.maxMillis() == null ? 0 : frames(delivery.maxMillis()),
                together || seeds.size() > 1);
    }

    /** One take; without an explicit maximum length, {@code usualMillis}, or what the text needs if it needs more. */
    public UtteranceRequest prompt(List<ContextTurn> heard, int speaker, String text, Delivery delivery, long seed, int usualMillis) {
        boolean words = DurationEstimate.seconds(text) * 1000 > MOST_OF_USUAL * usualMillis;
        var usual = new Delivery(null, null, words ? null : usualMillis, null);
        return prompt(heard, speaker, text, delivery.over(usual), List.of(seed), false);
    }

    /** Whole frames of a maximum length, as generator.py counts them, at least one. */
    private int frames(int millis) {
        return Math.max(1, (int) (millis * frameRate() / 1000 + 1e-6));
    }

    @Override
    public void close() {
        model.close();
        mark.close();
    }
}
