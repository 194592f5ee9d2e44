package studio.parley.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import studio.parley.dialogue.Delivery;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.Runtime;
import studio.parley.onnx.RuntimeOptions;
import studio.parley.problem.Problem;
import studio.parley.speech.ModelCheck;
import studio.parley.speech.Sampling;
import studio.parley.speech.SpeechModel;

/** A model that is loaded and ready, with what a door may say about it. */
public final class OpenModel implements AutoCloseable {
    private static final int FRAME_MILLIS = 80;

    private final SpeechModel model;
    private final List<String> notices;

    private OpenModel(SpeechModel model, List<String> notices) {
        this.model = model;
        this.notices = notices;
    }

    /**
     * Opens a model folder whose files are those that were made: the first time they are all read to make sure, which takes some
     * seconds where they are large.
     *
     * @param device auto, cpu or cuda
     * @param threads 0 for as many as there are cores
     * @param natives another build of ONNX Runtime's libraries
     * @param places where it is remembered what was checked
     * @param progress hears the share that was checked, 0 to 1, while there is something to check
     */
    public static OpenModel open(Path folder, String device, int threads, Optional<Path> natives, Places places, DoubleConsumer progress) {
        var options = RuntimeOptions.of(preference(device)).withThreads(threads);
        var unhashed = new ModelCheck(folder, SpeechModel.describe(folder), places.checkedModels(), progress).run();
        var model = SpeechModel.open(folder, Runtime.open(natives.map(options::withNatives).orElse(options)));
        return new OpenModel(model, Stream.concat(unhashed.stream(), model.runtime().fallback().stream()).toList());
    }

    static DevicePreference preference(String device) {
        return switch (device.toLowerCase(Locale.ROOT)) {
            case "auto" -> DevicePreference.AUTO;
            case "cpu" -> DevicePreference.CPU;
            case "cuda" -> DevicePreference.CUDA;
            default -> throw Problem.input("There is no device '" + device + "'; use auto, cpu or cuda.");
        };
    }

    /** The model itself, for use cases; doors have no business with it. */
    public SpeechModel speech() {
        return model;
    }

    /** Name, precision and device in a few words. */
    public String describe() {
        return model.info().name() + " (" + model.info().precision() + ", " + model.runtime().device().name().toLowerCase(Locale.ROOT)
                + ")";
    }

    /** What a person should know: why the processor computes although the graphics card was asked for, which files have no checksum. */
    public List<String> notices() {
        return notices;
    }

    public Path folder() {
        return model.folder();
    }

    /** Samples per second of everything this model says. */
    public int rate() {
        return model.info().sampleRate();
    }

    public double frameRate() {
        return model.info().frameRate();
    }

    /** A delivery as the sampler wants it; what is open comes from the checkpoint's own defaults. Temperature 0 is greedy. */
    public Sampling sampling(Delivery delivery, long seed) {
        var own = model.info().sampling();
        if (delivery.temperature() != null && delivery.temperature() == 0) return Sampling.greedy().withSeed(seed);
        float temperature = delivery.temperature() == null ? own.temperature() : delivery.temperature().floatValue();
        float depth = delivery.temperature() == null ? own.depthTemperature() : delivery.temperature().floatValue();
        int topK = delivery.topK() == null ? own.topK() : delivery.topK();
        int depthTopK = delivery.topK() == null ? own.depthTopK() : delivery.topK();
        return new Sampling(temperature, depth, topK, depthTopK, seed);
    }

    /** Whole frames of 80 ms in the longest length, as generator.py counts them, at least one; 0 when nothing is said. */
    public int frames(Delivery delivery) {
        return delivery.maxMillis() == null ? 0 : Math.max(1, delivery.maxMillis() / FRAME_MILLIS);
    }

    @Override
    public void close() {
        model.close();
    }
}
