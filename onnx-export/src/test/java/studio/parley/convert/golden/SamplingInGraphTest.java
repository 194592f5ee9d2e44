package studio.parley.convert.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.parley.convert.weights.Precision;

/** The depth decoder draws by inverse CDF from the logits it exposes: k-th largest kept with its ties, in the order of ids. */
class SamplingInGraphTest {
    private static GoldenModel model;
    private static LanguageModel language;

    @BeforeAll
    static void write() {
        model = GoldenModel.write("tiny-a", Precision.FP32);
        language = new LanguageModel(model);
    }

    @AfterAll
    static void close() {
        language.close();
        model.close();
    }

    /** The contract in double precision; -1 where u falls too near a boundary to tell. */
    private static int draw(float[] logits, float[] bias, float temperature, int k, float u) {
        var z = new double[logits.length];
        for (int i = 0; i < z.length; i++) z[i] = ((double) logits[i] + bias[i]) / temperature;
        var sorted = z.clone();
        Arrays.sort(sorted);
        double threshold = sorted[z.length - k] - 1e-12;
        double total = 0;
        for (var v : z) if (v >= threshold) total += Math.exp(v);
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            if (z[i] >= threshold) sum += Math.exp(z[i]);
            if (Math.abs(sum / total - u) < 1e-5) return -1;
            if (sum > u * total) return i;
        }
        throw new AssertionError("nothing drawn");
    }

    @Test
    void drawsWhatTheContractSays() {
        var random = new Random(5);
        int vocab = model.config().audioVocab();
        int steps = model.config().codebooks() - 1;
        var bias = new float[vocab];
        Arrays.fill(bias, model.config().mimi().codebookSize(), vocab, -1e9f);
        for (int k : new int[] {1, 3, 20, vocab}) {
            var drawing = new LanguageModel.Drawing(new float[] {0.7f, 1.4f}, new boolean[2], k, bias, noise(random, 2, steps), LanguageModel.Drawing.unforced(2, steps));
            var drawn = language.draw(condition(random, 2), new int[] {1, 4}, drawing);
            for (int row = 0; row < 2; row++) {
                for (int s = 0; s < steps; s++) {
                    var logits = Arrays.copyOfRange(drawn.logits(), (row * steps + s) * vocab, (row * steps + s + 1) * vocab);
                    int expected = draw(logits, bias, drawing.temperature()[row], k, drawing.noise()[row][s]);
                    assertTrue(expected < 0 || expected == drawn.codes()[row][s], "k " + k + ", row " + row + ", step " + s);
                }
            }
        }
    }

    @Test
    void greedyRowsTakeTheFirstLargestWhateverElseIsAsked() {
        var random = new Random(6);
        int vocab = model.config().audioVocab();
        int steps = model.config().codebooks() - 1;
        var drawing = new LanguageModel.Drawing(new float[] {0.3f, 5}, new boolean[] {true, false}, vocab, new float[vocab], noise(random, 2, steps),
                LanguageModel.Drawing.unforced(2, steps));
        var drawn = language.draw(condition(random, 2), new int[] {0, 0}, drawing);
        for (int s = 0; s < steps; s++) assertEquals(LanguageGoldenTest.largest(drawn.logits(), s * vocab, vocab), drawn.codes()[0][s]);
    }

    @Test
    void theLargestNoiseStillDrawsAnAllowedCode() {
        int vocab = model.config().audioVocab();
        int steps = model.config().codebooks() - 1;
        var bias = new float[vocab];
        Arrays.fill(bias, 20, vocab, -1e9f);
        var noise = new float[1][steps];
        Arrays.fill(noise[0], Math.nextDown(1f));
        var drawing = new LanguageModel.Drawing(new float[] {1}, new boolean[1], vocab, bias, noise, LanguageModel.Drawing.unforced(1, steps));
        for (var code : language.draw(condition(new Random(7), 1), new int[] {0}, drawing).codes()[0]) assertTrue(code < 20, code + " is masked");
    }

    private static float[] condition(Random random, int rows) {
        var condition = new float[rows * model.config().backbone().width()];
        for (int i = 0; i < condition.length; i++) condition[i] = (float) random.nextGaussian();
        return condition;
    }

    private static float[][] noise(Random random, int rows, int steps) {
        var noise = new float[rows][steps];
        for (var row : noise) for (int i = 0; i < steps; i++) row[i] = random.nextFloat();
        return noise;
    }
}
