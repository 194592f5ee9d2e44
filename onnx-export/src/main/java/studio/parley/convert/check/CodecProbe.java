package studio.parley.convert.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.mimi.Codes;

/** Tests the codec in both directions: random codes decoded at once and in steps, and the result encoded again. */
final class CodecProbe {
    private static final int FRAMES = 8;
    private static final int[] STEPS = {1, 2, 5};

    private final SpeechModel model;
    private final Path folder;

    CodecProbe(SpeechModel model) {
        this.model = model;
        this.folder = model.folder();
    }

    /** Largest difference between streaming and decoding at once, relative to the RMS of the whole. */
    double streamingError() {
        var codes = randomCodes();
        var whole = model.mimiDecoder().decode(codes);
        requireSound(whole);
        double worst = 0;
        try (var stream = model.mimiDecoder().open()) {
            int at = 0;
            for (var step : STEPS) {
                worst = Math.max(worst, difference(stream.decode(codes.slice(at, at + step)), whole, at * model.info().samplesPerFrame()));
                at += step;
            }
        }
        requireCodes(model.mimiEncoder().encode(whole));
        double rms = rms(whole);
        return rms == 0 ? worst : worst / rms;
    }

    private Codes randomCodes() {
        var random = new Random(1);
        var frames = new ArrayList<int[]>();
        for (int f = 0; f < FRAMES; f++) {
            frames.add(random.ints(model.info().codebooks(), 0, model.info().codebookSize()).toArray());
        }
        return Codes.of(model.info().codebooks(), frames);
    }

    private void requireSound(float[] sound) {
        if (sound.length != FRAMES * model.info().samplesPerFrame()) {
            throw SelfCheck.failed(folder, "its codec returns " + sound.length + " samples for " + FRAMES + " frames");
        }
        for (var v : sound) if (!Float.isFinite(v)) throw SelfCheck.failed(folder, "its codec returns a sample that is not a number");
    }

    private void requireCodes(Codes codes) {
        if (codes.frames() != FRAMES) throw SelfCheck.failed(folder, "its codec encodes " + codes.frames() + " frames in " + FRAMES);
        for (int f = 0; f < FRAMES; f++) {
            for (var code : codes.frame(f)) {
                if (code >= model.info().codebookSize()) {
                    throw SelfCheck.failed(folder, "its codec returns code " + code + ", which does not exist");
                }
            }
        }
    }

    private static double difference(float[] part, float[] whole, int from) {
        double worst = 0;
        for (int i = 0; i < part.length; i++) worst = Math.max(worst, Math.abs((double) part[i] - whole[from + i]));
        return worst;
    }

    private static double rms(float[] sound) {
        double sum = 0;
        for (var v : sound) sum += (double) v * v;
        return Math.sqrt(sum / sound.length);
    }
}
