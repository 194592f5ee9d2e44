package studio.parley.convert.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;

/** Backbone and depth decoder in fp32 are transformers' functions: hidden states, logits, greedy codes. */
class LanguageGoldenTest {
    private static final float LOGITS = 1e-4f;

    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void promptsGiveTheSameHiddenStatesLogitsAndGreedyCodes(String checkpoint) {
        var golden = Golden.load("lm-" + checkpoint);
        try (var model = GoldenModel.write(checkpoint, Precision.FP32); var language = new LanguageModel(model)) {
            for (var c : golden.list("cases")) {
                if (Golden.table(c.get("positions")).length + Golden.table(c.get("codes")).length <= GoldenModel.CONTEXT) check(golden, c, model, language);
            }
        }
    }

    private static void check(Golden golden, JsonObject c, GoldenModel model, LanguageModel language) {
        var name = c.get("name").getAsString();
        var prompt = Arrays.stream(Golden.table(c.get("positions"))).map(language::rows).toArray(long[][]::new);
        var codes = Golden.table(c.get("codes"));
        var expected = golden.floats(c.get("code0_logits"));
        int vocab = model.config().audioVocab();
        try (var cache = language.cache(1)) {
            var heard = language.hear(cache, new int[] {prompt.length}, new long[][][] {prompt});
            if (c.has("hidden_states")) checkStates(golden, c, heard);
            for (int f = 0; f < codes.length; f++) {
                if ((f + 1) * vocab <= expected.length) {
                    var logits = Arrays.copyOfRange(expected, f * vocab, (f + 1) * vocab);
                    assertTrue(GoldenModel.difference(logits, heard.logits()) <= LOGITS, name + ", frame " + f);
                }
                int code0 = largest(heard.logits(), 0, vocab);
                var drawn = language.draw(heard.hidden(), new int[] {code0}, LanguageModel.Drawing.greedy(1, vocab, codes[f].length - 1));
                assertEquals(codes[f][0], code0, name + ", frame " + f);
                assertArrayEquals(Arrays.copyOfRange(codes[f], 1, codes[f].length), drawn.codes()[0], name + ", frame " + f);
                if (c.has("depth_logits")) checkDepth(golden, c, f, drawn);
                heard = language.hear(cache, new int[] {prompt.length + f + 1}, new long[][][] {{language.rows(codes[f])}});
            }
        }
    }

    private static void checkStates(Golden golden, JsonObject c, LanguageModel.Heard heard) {
        var states = c.getAsJsonArray("hidden_states");
        for (int i = 0; i < states.size(); i++) {
            assertTrue(GoldenModel.difference(golden.floats(states.get(i)), heard.states().get(i)) <= LOGITS, "after layer " + i);
        }
        var all = golden.floats(c.get("final_hidden"));
        var last = Arrays.copyOfRange(all, all.length - heard.hidden().length, all.length);
        assertTrue(GoldenModel.difference(last, heard.hidden()) <= LOGITS, "after the final norm");
    }

    private static void checkDepth(Golden golden, JsonObject c, int frame, LanguageModel.Drawn drawn) {
        var all = golden.floats(c.get("depth_logits"));
        int size = drawn.logits().length;
        var logits = Arrays.copyOfRange(all, frame * size, (frame + 1) * size);
        assertTrue(GoldenModel.difference(logits, drawn.logits()) <= LOGITS, "depth decoder, frame " + frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void forcedCodesGiveTheSameLogits(String checkpoint) {
        var golden = Golden.load("lm-" + checkpoint);
        try (var model = GoldenModel.write(checkpoint, Precision.FP32); var language = new LanguageModel(model)) {
            int vocab = model.config().audioVocab();
            for (var c : golden.list("teacher_forced")) {
                var codes = Golden.ints(c.get("codes"));
                int steps = codes.length - 1;
                var greedy = LanguageModel.Drawing.greedy(1, vocab, steps);
                var forced = new int[][] {Arrays.copyOfRange(codes, 1, codes.length)};
                var drawing = new LanguageModel.Drawing(greedy.temperature(), greedy.greedy(), 1, greedy.bias(), greedy.noise(), forced);
                var drawn = language.draw(golden.floats(c.get("hidden")), new int[] {codes[0]}, drawing);
                assertTrue(GoldenModel.difference(golden.floats(c.get("logits")), drawn.logits()) <= LOGITS);
                assertArrayEquals(forced[0], drawn.codes()[0]);
            }
        }
    }

    static int largest(float[] values, int from, int count) {
        int best = from;
        for (int i = from; i < from + count; i++) if (values[i] > values[best]) best = i;
        return best - from;
    }
}
