package studio.parley.convert.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.problem.Problem;
import studio.parley.speech.GenerationRequest;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.model.Sampling;

/**
 * Generates a few frames of a short prompt with the CPU graphs of a new model folder, and tests the codec in both directions. Everything
 * must be finite, every code valid, and the codec in steps the same as at once.
 */
public final class SelfCheck {
    static final int FRAMES = 4;
    /** Far above float32's rounding (1e-6), far below the effect of a wrong state. */
    private static final double MOST_STREAMING_ERROR = 1e-3;

    private SelfCheck() {}

    /**
     * Loading a large network cannot be interrupted, so the test has its own thread: an interrupt of the caller abandons it, and it ends by
     * itself.
     *
     * @param folder a model folder with its model.json
     * @param weightBytes approximate memory of its networks
     *
     * Throws {@link Problem} if the networks are not valid, {@link CancellationException} if interrupted.
     */
    public static CheckResult run(Path folder, long weightBytes) {
        var task = new FutureTask<>(() -> check(folder, weightBytes));
        Thread.ofPlatform().daemon().name("self-check").start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the conversion was cancelled");
        }
    }

    private static CheckResult check(Path folder, long weightBytes) {
        if (weightBytes > OrtRuntime.memory() * 0.8) return CheckResult.skipped("the networks are larger than this machine's memory");
        long start = System.nanoTime();
        var runtime = OrtRuntime.open(DevicePreference.CPU);
        try (runtime; var model = SpeechModel.open(folder, runtime)) {
            int frames = speak(model);
            double error = new CodecProbe(model).streamingError();
            if (error > MOST_STREAMING_ERROR) {
                throw failed(folder, "its codec decodes differently in steps than at once (difference " + error + ")");
            }
            return new CheckResult(true, runtime.version(), (System.nanoTime() - start) / 1e9, frames, error, Optional.empty());
        }
    }

    /** Generates a few frames greedily; the engine itself checks the output of its networks. */
    private static int speak(SpeechModel model) {
        var request = new GenerationRequest(List.of(), 0, "One two three.", Sampling.greedy(), FRAMES);
        try (var session = model.session(1)) {
            var spoken = session.begin(request);
            while (spoken.advance()) continue;
            return spoken.codes(0).frames();
        } catch (Problem p) {
            throw failed(model.folder(), "its language networks give invalid values");
        }
    }

    static Problem failed(Path folder, String why) {
        return Problem.model("The model converted into " + folder.getFileName() + " does not work: " + why
                + ". If the checkpoint works elsewhere, this is a bug in Parley: please report it.");
    }
}
