package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SamplerTest {
    @Test
    void theUniformNumberWalksTheCumulativeDistribution() {
        var logits = new float[] {(float) Math.log(0.1), (float) Math.log(0.6), (float) Math.log(0.3)};
        assertEquals(0, draw(logits, 3, 1, 3, 0.09f));
        assertEquals(1, draw(logits, 3, 1, 3, 0.11f));
        assertEquals(1, draw(logits, 3, 1, 3, 0.69f));
        assertEquals(2, draw(logits, 3, 1, 3, 0.71f));
        assertEquals(2, draw(logits, 3, 1, 3, 0x1.fffffep-1f));
    }

    @Test
    void tiesAtTheThresholdStay() {
        var logits = new float[] {1, 3, 2, 2, 2, 0};
        assertEquals(1, draw(logits, 6, 1, 1, 0.99f));
        assertEquals(4, draw(logits, 6, 1, 2, 0.999f));
        assertEquals(1, draw(logits, 6, 1, 2, 0));
    }

    @Test
    void whatIsNoSoundIsNeverDrawnEvenWhenLargest() {
        var logits = new float[] {0, 1, 50, 60};
        for (var u : new float[] {0, 0.3f, 0.9f, 0x1.fffffep-1f}) assertTrue(draw(logits, 2, 1, 4, u) < 2);
        assertEquals(1, draw(logits, 2, 1, 1, 0.5f));
    }

    @Test
    void greedyIsTheFirstOfTheLargestWhateverItIs() {
        assertEquals(2, Sampler.largest(new float[] {-5, -4, -1, -1}));
        assertEquals(0, Sampler.largest(new float[] {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY}));
    }

    @Property(tries = 300)
    void aDrawnCodeIsAmongTheKeptAndFrequenciesFollow(@ForAll @Size(min = 2, max = 40) float[] raw, @ForAll @IntRange(min = 1, max = 50) int topK,
            @ForAll @FloatRange(min = 0.05f, max = 3) float temperature, @ForAll @FloatRange(min = 0, max = 0.99f) float u) {
        var logits = raw.clone();
        for (int i = 0; i < logits.length; i++) logits[i] = Float.isFinite(logits[i]) ? logits[i] % 20 : 0;
        var drawn = draw(logits, logits.length, temperature, topK, u);
        var threshold = IntStream.range(0, logits.length).mapToObj(i -> logits[i] / temperature).sorted().toList()
                .get(Math.max(0, logits.length - topK));
        assertTrue(logits[drawn] / temperature >= threshold, Arrays.toString(logits));
        assertEquals(slowly(logits, temperature, threshold, u), drawn, 0);
    }

    /** The definition, in double precision; skips draws that fall on a boundary within rounding. */
    private static int slowly(float[] logits, float temperature, float threshold, float u) {
        var p = new double[logits.length];
        double top = Arrays.stream(boxed(logits)).mapToDouble(f -> f / temperature).max().orElseThrow();
        for (int i = 0; i < p.length; i++) p[i] = logits[i] / temperature < threshold ? 0 : (float) Math.exp((float) (logits[i] / temperature) - (float) top);
        double total = Arrays.stream(p).sum();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i];
            if (p[i] > 0 && sum > u * total) return i;
        }
        return p.length - 1;
    }

    private static Float[] boxed(float[] values) {
        var out = new Float[values.length];
        for (int i = 0; i < out.length; i++) out[i] = values[i];
        return out;
    }

    private static int draw(float[] logits, int sound, float temperature, int topK, float u) {
        return Sampler.draw(logits.clone(), sound, temperature, topK, u);
    }
}
