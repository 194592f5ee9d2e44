package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.speech.mimi.Codes;

/**
 * The networks for cards compute in 16 bits. Here ONNX Runtime's CPU provider runs them, with all that would be in a card's memory bound
 * through the same interface. Fp16 is compared with fp32 on the same weights, fewer bits with the networks for the processor over the same
 * bits, whose products round the inputs to 8 bits.
 */
class CardGraphsTest {
    /**
     * @param error largest relative error of the logits of the first code
     * @param share smallest share of greedy codes that agree, in frames whose history agrees
     */
    @ParameterizedTest
    @CsvSource({"tiny-a, FP16, 0.005, 0.98", "tiny-b, FP16, 0.005, 0.98", "tiny-c, FP16, 0.005, 0.98", "tiny-a, INT8, 0.06, 0.8", "tiny-b, INT8, 0.06, 0.8",
        "tiny-a, COMPACT, 0.06, 0.8", "tiny-a, INT4, 0.06, 0.65", "tiny-b, INT4, 0.06, 0.8"})
    void speakNearlyTheSame(String name, Precision precision, double error, double share) {
        var exact = TinyModels.open(name, precision == Precision.FP16 ? Precision.FP32 : precision);
        var card = TinyModels.forCards(name, precision);
        int agreed = 0;
        int compared = 0;
        double worst = 0;
        for (var one : Golden.load("lm-" + name).list("cases")) {
            var expected = Line.speak(exact, one);
            var actual = Line.speak(card, one);
            worst = Math.max(worst, distance(expected.logits, actual.logits));
            if (precision == Precision.FP16) assertEquals(expected.codes.frames(), actual.codes.frames());
            for (int f = 0; f < Math.min(expected.codes.frames(), actual.codes.frames()); f++) {
                int same = agreeing(expected.codes.frame(f), actual.codes.frame(f));
                agreed += same;
                compared += expected.codes.frame(f).length;
                if (same < expected.codes.frame(f).length) break;
            }
        }
        assertTrue(worst <= error, "relative error of the logits " + worst);
        assertTrue(agreed >= share * compared, agreed + " of " + compared + " codes agree");
    }

    /** The codec's state stays where it would on a card; the samples are the same. */
    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b"})
    void theCodecStreamsTheSameFromTheDevicesMemory(String name) {
        var host = TinyModels.open(name, Precision.FP16).mimiDecoder();
        var device = TinyModels.forCards(name, Precision.FP16).mimiDecoder();
        var codes = GoldenLines.codes(TinyModels.open(name), Golden.load("mimi-" + name).list("decode").getLast().get("codes"));
        try (var first = host.open(); var second = device.open(); var third = device.open()) {
            for (int at = 0; at < codes.frames(); at += 3) {
                var next = codes.slice(at, Math.min(at + 3, codes.frames()));
                var expected = first.decode(next);
                assertArrayEquals(expected, second.decode(next), "frame " + at);
                if (at < 30) assertArrayEquals(expected, third.decode(next), "frame " + at + " of another stream");
            }
        }
    }

    private static int agreeing(int[] a, int[] b) {
        int same = 0;
        for (int k = 0; k < a.length; k++) if (a[k] == b[k]) same++;
        return same;
    }

    private static double distance(float[] expected, float[] actual) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(expected[i] - actual[i], 2);
            size += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / size);
    }

    /** A greedy line, and the logits of its first code. */
    private record Line(float[] logits, Codes codes) {
        static Line speak(SpeechModel model, JsonObject one) {
            var request = GoldenLines.greedy(model, one, GoldenLines.codes(model, one.get("codes")).frames());
            try (var session = model.session(1)) {
                var generation = session.begin(request);
                var logits = new float[model.info().audioVocabulary()];
                session.memory().logits(0, logits);
                GoldenLines.finish(generation);
                return new Line(logits, generation.codes(0));
            }
        }
    }
}
