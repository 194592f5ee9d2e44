package studio.parley.convert.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;

/** Mimi's graphs are transformers' function, whole and in steps, also long after the attention window is full. */
class MimiGoldenTest {
    private static final float RELATIVE = 1e-5f;

    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void decodesTheSameSoundInStepsOfAnyLength(String checkpoint) {
        var golden = Golden.load("mimi-" + checkpoint);
        try (var model = GoldenModel.write(checkpoint, Precision.FP32); var codec = new GoldenCodec(model)) {
            for (var c : golden.list("decode")) {
                var codes = Golden.table(c.get("codes"));
                float tolerance = RELATIVE * peak(golden, c);
                for (int step : new int[] {codes.length, 1, 2, 5}) {
                    check(golden, c, codec.decode(new int[][][] {codes}, step)[0], tolerance, codes.length + " frames in steps of " + step);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-b"})
    void streamsDecodedTogetherSoundAsAlone(String checkpoint) {
        var golden = Golden.load("mimi-" + checkpoint);
        try (var model = GoldenModel.write(checkpoint, Precision.FP32); var codec = new GoldenCodec(model)) {
            var codes = Golden.table(golden.list("decode").getLast().get("codes"));
            int half = codes.length / 2;
            var first = Arrays.copyOfRange(codes, 0, half);
            var second = Arrays.copyOfRange(codes, half, 2 * half);
            var together = codec.decode(new int[][][] {first, second}, 3);
            for (int i = 0; i < 2; i++) {
                var alone = codec.decode(new int[][][] {i == 0 ? first : second}, 3)[0];
                assertTrue(GoldenModel.difference(alone, together[i]) <= RELATIVE);
            }
        }
    }

    private static float peak(Golden golden, JsonObject c) {
        var audio = golden.floats(c.has("audio") ? c.get("audio") : c.get("every_stride"));
        float peak = 0;
        for (var v : audio) peak = Math.max(peak, Math.abs(v));
        return peak;
    }

    private static void check(Golden golden, JsonObject c, float[] audio, float tolerance, String what) {
        if (c.has("audio")) {
            assertTrue(GoldenModel.difference(golden.floats(c.get("audio")), audio) <= tolerance, what);
            return;
        }
        int stride = c.get("stride").getAsInt();
        var every = golden.floats(c.get("every_stride"));
        var sampled = new float[every.length];
        for (int i = 0; i < sampled.length; i++) sampled[i] = audio[i * stride];
        assertTrue(GoldenModel.difference(every, sampled) <= tolerance, what);
        var tail = golden.floats(c.get("tail"));
        assertTrue(GoldenModel.difference(tail, Arrays.copyOfRange(audio, audio.length - tail.length, audio.length)) <= tolerance, what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void encodesSoundsOfAnyLengthToTheSameCodes(String checkpoint) {
        var golden = Golden.load("mimi-" + checkpoint);
        try (var model = GoldenModel.write(checkpoint, Precision.FP32); var codec = new GoldenCodec(model)) {
            for (var c : golden.list("encode")) {
                var encoded = codec.encode(golden.floats(c.get("audio")));
                var expected = Golden.table(c.get("codes"));
                for (int k = 0; k < encoded.codes().length; k++) {
                    int codebook = k;
                    int[] column = Arrays.stream(expected).mapToInt(frame -> frame[codebook]).toArray();
                    assertArrayEquals(column, encoded.codes()[k], c.get("samples") + " samples, codebook " + k);
                }
                assertTrue(GoldenModel.difference(golden.floats(c.get("latent")), encoded.latent()) <= 1e-4f, c.get("samples") + " samples");
            }
        }
    }
}
