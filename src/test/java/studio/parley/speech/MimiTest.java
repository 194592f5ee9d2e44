package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.golden.Golden;
import studio.parley.speech.mimi.Codes;

class MimiTest {
    /** Longer than the attention window (250 positions, two a frame, in tiny-a). */
    @ParameterizedTest
    @CsvSource({"tiny-a,1", "tiny-a,2", "tiny-a,5", "tiny-b,1", "tiny-b,2", "tiny-b,5"})
    void inStepsIsTheSameAsAtOnce(String name, int step) {
        var model = TinyModels.open(name);
        var codes = random(model, name.equals("tiny-a") ? 140 : 40);
        var whole = model.mimiDecoder().decode(codes);
        var stepped = new float[whole.length];
        try (var stream = model.mimiDecoder().open()) {
            for (int f = 0; f < codes.frames(); f += step) {
                var part = stream.decode(codes.slice(f, Math.min(f + step, codes.frames())));
                System.arraycopy(part, 0, stepped, f * model.info().samplesPerFrame(), part.length);
            }
            assertEquals(codes.frames(), stream.frames());
        }
        assertArrayEquals(whole, stepped, (float) (1e-5 * rms(whole)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void decodesAsTransformers(String name) {
        var model = TinyModels.open(name);
        var golden = Golden.load("mimi-" + name);
        for (var one : golden.list("decode")) {
            var codes = GoldenLines.codes(model, one.get("codes"));
            var actual = model.mimiDecoder().decode(codes);
            assertEquals(codes.frames() * model.info().samplesPerFrame(), actual.length);
            var tolerance = (float) (2e-5 * one.get("rms").getAsDouble());
            if (one.has("audio")) assertArrayEquals(golden.floats(one.get("audio")), actual, tolerance);
            if (!one.has("stride")) continue;
            var every = golden.floats(one.get("every_stride"));
            for (int i = 0; i < every.length; i++) assertEquals(every[i], actual[i * one.get("stride").getAsInt()], tolerance);
            var tail = golden.floats(one.get("tail"));
            assertArrayEquals(tail, Arrays.copyOfRange(actual, actual.length - tail.length, actual.length), tolerance);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void encodesAsTransformersWhereItIsCertain(String name) {
        var model = TinyModels.open(name);
        var golden = Golden.load("mimi-" + name);
        for (var one : golden.list("encode")) {
            var expected = GoldenLines.codes(model, one.get("codes"));
            var margins = golden.floats(one.get("margins"));
            var actual = model.mimiEncoder().encode(golden.floats(one.get("audio")));
            assertEquals(expected.frames(), actual.frames());
            for (int f = 0; f < expected.frames(); f++) {
                for (int k = 0; k < expected.codebooks() && margins[f * expected.codebooks() + k] > 1e-4; k++) {
                    assertEquals(expected.at(f, k), actual.at(f, k), name + " frame " + f + " codebook " + k);
                }
            }
        }
    }

    @Test
    void lengthsAreRoundedUpToFrames() {
        var model = TinyModels.open("tiny-a");
        for (var samples : new int[] {1, 1919, 1920, 1921, 5761}) {
            assertEquals(Math.ceilDiv(samples, 1920), model.mimiEncoder().encode(new float[samples]).frames());
        }
        assertEquals(0, model.mimiEncoder().encode(new float[0]).frames());
        assertEquals(0, model.mimiDecoder().decode(Codes.none(6)).length);
    }

    @Test
    void idsThatAreNoSoundAreClamped() {
        var model = TinyModels.open("tiny-a");
        int top = model.info().codebookSize() - 1;
        var most = Codes.of(6, java.util.List.of(new int[] {top, top, top, top, top, top}));
        var beyond = Codes.of(6, java.util.List.of(new int[] {top, top + 1, top + 2, top, top + 3, top}));
        assertArrayEquals(model.mimiDecoder().decode(most), model.mimiDecoder().decode(beyond));
    }

    private static Codes random(SpeechModel model, int frames) {
        var random = new Random(5);
        var rows = new java.util.ArrayList<int[]>();
        for (int f = 0; f < frames; f++) rows.add(random.ints(model.info().codebooks(), 0, model.info().codebookSize()).toArray());
        return Codes.of(model.info().codebooks(), rows);
    }

    private static double rms(float[] samples) {
        double sum = 0;
        for (var s : samples) sum += s * s;
        return Math.sqrt(sum / samples.length);
    }
}
