package studio.parley.convert.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.speech.model.ModelContract;

/** Fewer bits give nearly the same function; how nearly depends on the bits. Random weights of width 64 forgive
 * nothing: at four bits, every matrix errs by a tenth, and only a likeness is asked for (unrelated logits would differ by 1.4). */
class PrecisionTest {
    @ParameterizedTest
    @CsvSource({"FP16, 0.003", "INT8, 0.06", "COMPACT, 0.06", "INT4, 0.9"})
    void logitsStayNear(Precision precision, double relative) {
        var golden = Golden.load("lm-tiny-a");
        var c = golden.list("cases").getFirst();
        try (var model = GoldenModel.write("tiny-a", precision); var language = new LanguageModel(model); var cache = language.cache(1)) {
            var prompt = Arrays.stream(Golden.table(c.get("positions"))).map(language::rows).toArray(long[][]::new);
            var heard = language.hear(cache, new int[] {prompt.length}, new long[][][] {prompt});
            var expected = Arrays.copyOf(golden.floats(c.get("code0_logits")), heard.logits().length);
            double error = distance(expected, heard.logits()) / distance(expected, new float[expected.length]);
            assertTrue(error < relative, precision + ": " + error);
            assertEquals(files(precision), Set.copyOf(model.written().files()));
        }
    }

    @Test
    void theCompactCodecSoundsNearlyTheSameAndIsSmaller() {
        var golden = Golden.load("mimi-tiny-b");
        var codes = Golden.table(golden.list("decode").getLast().get("codes"));
        try (var whole = GoldenModel.write("tiny-b", Precision.FP32); var compact = GoldenModel.write("tiny-b", Precision.COMPACT);
                var exact = new GoldenCodec(whole); var near = new GoldenCodec(compact)) {
            var expected = exact.decode(new int[][][] {codes}, codes.length)[0];
            double error = distance(expected, near.decode(new int[][][] {codes}, codes.length)[0]) / distance(expected, new float[expected.length]);
            assertTrue(error > 0 && error < 0.1, "relative error " + error);
            assertTrue(whole.file(ModelContract.MIMI_WEIGHTS).toFile().length() > compact.file(ModelContract.MIMI_WEIGHTS).toFile().length());
        }
    }

    private static Set<String> files(Precision precision) {
        var files = new java.util.HashSet<>(List.of(ModelContract.BACKBONE_FILE, ModelContract.DEPTH_DECODER_FILE, ModelContract.MIMI_ENCODER_FILE,
                ModelContract.MIMI_DECODER_FILE, ModelContract.LANGUAGE_WEIGHTS, ModelContract.MIMI_WEIGHTS));
        if (precision != Precision.FP32) files.addAll(List.of(ModelContract.BACKBONE_CUDA_FILE, ModelContract.DEPTH_DECODER_CUDA_FILE));
        return files;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += Math.pow(a[i] - b[i], 2);
        return Math.sqrt(sum);
    }
}
