package studio.parley.convert.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.parley.convert.weights.Precision;

/** Rows of a batch do not see each other, and pieces of a prompt give what the whole gives. */
class LanguageBatchTest {
    private static final float SAME = 1e-5f;
    private static GoldenModel model;
    private static LanguageModel language;

    @BeforeAll
    static void write() {
        model = GoldenModel.write("tiny-b", Precision.FP32);
        language = new LanguageModel(model);
    }

    @AfterAll
    static void close() {
        language.close();
        model.close();
    }

    private static long[][] prompt(Random random, int length) {
        var positions = new long[length][];
        for (int i = 0; i < length; i++) positions[i] = i % 3 < 2 ? language.rows(random.nextInt(model.config().textVocab())) : language.rows(frame(random));
        return positions;
    }

    private static int[] frame(Random random) {
        return random.ints(model.config().codebooks(), 0, model.config().audioVocab()).toArray();
    }

    @Test
    void aPromptInPiecesIsThePromptAtOnce() {
        var prompt = prompt(new Random(1), 40);
        try (var whole = language.cache(1); var pieces = language.cache(1)) {
            var expected = language.hear(whole, new int[] {40}, new long[][][] {prompt});
            language.hear(pieces, new int[] {1}, new long[][][] {Arrays.copyOfRange(prompt, 0, 1)});
            language.hear(pieces, new int[] {17}, new long[][][] {Arrays.copyOfRange(prompt, 1, 17)});
            var actual = language.hear(pieces, new int[] {40}, new long[][][] {Arrays.copyOfRange(prompt, 17, 40)});
            assertTrue(GoldenModel.difference(expected.logits(), actual.logits()) <= SAME);
            assertTrue(GoldenModel.difference(expected.hidden(), actual.hidden()) <= SAME);
        }
    }

    @Test
    void rowsOfDifferentLengthDecodeTogetherAsAlone() {
        var random = new Random(2);
        int[] lengths = {5, 31, 12};
        int vocab = model.config().audioVocab();
        try (var together = language.cache(4); var alone = language.cache(1)) {
            var next = new long[3][1][];
            var expected = new LanguageModel.Heard[3];
            for (int row = 0; row < 3; row++) {
                var prompt = prompt(random, lengths[row]);
                language.hear(together, new int[] {lengths[row]}, new long[][][] {prompt});
                together.copy(0, row + 1, lengths[row]);
                language.hear(alone, new int[] {lengths[row]}, new long[][][] {prompt});
                next[row][0] = language.rows(frame(random));
                expected[row] = language.hear(alone, new int[] {lengths[row] + 1}, new long[][][] {next[row]});
            }
            for (int row = 0; row < 3; row++) together.copy(row + 1, row, lengths[row]);
            var actual = language.hear(together, new int[] {6, 32, 13}, next);
            for (int row = 0; row < 3; row++) {
                var logits = Arrays.copyOfRange(actual.logits(), row * vocab, (row + 1) * vocab);
                assertTrue(GoldenModel.difference(expected[row].logits(), logits) <= SAME, "row " + row);
            }
            checkDepth(actual, vocab);
        }
    }

    private static void checkDepth(LanguageModel.Heard heard, int vocab) {
        int steps = model.config().codebooks() - 1;
        int width = model.config().backbone().width();
        int[] code0 = {1, 2, 3};
        var together = language.draw(heard.hidden(), code0, LanguageModel.Drawing.greedy(3, vocab, steps));
        for (int row = 0; row < 3; row++) {
            var hidden = Arrays.copyOfRange(heard.hidden(), row * width, (row + 1) * width);
            var alone = language.draw(hidden, new int[] {code0[row]}, LanguageModel.Drawing.greedy(1, vocab, steps));
            var logits = Arrays.copyOfRange(together.logits(), row * steps * vocab, (row + 1) * steps * vocab);
            assertEquals(Arrays.toString(alone.codes()[0]), Arrays.toString(together.codes()[row]));
            assertTrue(GoldenModel.difference(alone.logits(), logits) <= SAME);
        }
    }
}
