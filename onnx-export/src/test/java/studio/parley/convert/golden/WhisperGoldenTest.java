package studio.parley.convert.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT64;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.convert.ConversionListener;
import studio.parley.convert.NetworkRequest;
import studio.parley.convert.RecogniserConverter;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.onnx.Binding;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;
import studio.parley.onnx.Tensor;
import studio.parley.recognition.RecogniserContract;

/** Whisper's graphs are transformers' function, whole and token by token. */
class WhisperGoldenTest {
    private static final int LAYERS = 2;
    private static final int HEADS = 4;
    private static final int SIZE = 8;
    private static final int AUDIO = 1500;
    private static final int ALIGNMENT = 3;
    private final Golden golden = Golden.load("whisper-tiny");
    private final int vocabulary = Golden.shape(golden.json().get("logits"))[1];
    @TempDir
    Path folder;

    /** Every check is relative to the largest value; 8 bits change values, and rounding of what goes into a product changes with its rows. */
    @ParameterizedTest
    @CsvSource({"FP32, 2e-5, 2e-5", "FP16, 2e-5, 2e-5", "INT8, .1, .1"})
    void isTransformersFunction(Precision precision, double audioError, double textError) {
        try (var run = new Run(convert(precision))) {
            run.encode();
            near(golden.floats("keys"), run.sampled(RecogniserContract.CROSS_KEY + 1), audioError);
            near(golden.floats("values"), run.sampled(RecogniserContract.CROSS_VALUE + 1), audioError);
            int[] tokens = Golden.ints(golden.json().get("tokens"));
            for (int step : new int[] {tokens.length, 1, 3}) {
                var logits = new float[tokens.length * vocabulary];
                var attention = new float[ALIGNMENT][tokens.length * AUDIO];
                for (int at = 0; at < tokens.length; at += step) run.decode(Arrays.copyOfRange(tokens, at, Math.min(tokens.length, at + step)), at, logits, attention);
                near(golden.floats("logits"), logits, textError);
                near(golden.floats("attention"), every(attention, golden.json().get("attention_every").getAsInt()), textError);
            }
        }
    }

    @Test
    void theSameWeightsFromCTranslate2AreTheSameNetworks() throws Exception {
        var other = folder.resolve("checkpoint");
        java.nio.file.Files.createDirectory(other);
        for (var name : new String[] {"config.json", "model.bin"}) java.nio.file.Files.copy(Golden.folder("whisper-tiny-ctranslate2", name), other.resolve(name));
        java.nio.file.Files.copy(Golden.folder("whisper-tiny", "tokenizer.json"), other.resolve("tokenizer.json"));
        assertTrue(RecogniserConverter.isWhisper(other));
        assertTrue(RecogniserConverter.isWhisper(Golden.folder("whisper-tiny")));
        assertTrue(!RecogniserConverter.isWhisper(Golden.folder("tiny-a")));
    }

    private Path convert(Precision precision) {
        var output = folder.resolve(precision.label());
        RecogniserConverter.convert(new NetworkRequest(Golden.folder("whisper-tiny"), output, precision, false), ConversionListener.NONE);
        return output;
    }

    private static float[] every(float[][] attention, int step) {
        var out = new float[ALIGNMENT * attention[0].length / step];
        int n = 0;
        for (var head : attention) for (int i = 0; i < head.length; i += step) out[n++] = head[i];
        return out;
    }

    private static void near(float[] wanted, float[] is, double error) {
        float most = 0;
        for (var v : wanted) most = Math.max(most, Math.abs(v));
        assertArrayEquals(wanted, is, (float) (error * most));
    }

    /** Both graphs of a folder, with their tensors. */
    private final class Run implements AutoCloseable {
        private final Tensors tensors = new Tensors();
        private final Map<String, Tensor> named = new HashMap<>();
        private final studio.parley.onnx.Graph encoder;
        private final studio.parley.onnx.Graph decoder;

        Run(Path model) {
            var runtime = OrtRuntime.open(DevicePreference.CPU);
            var first = new Signature().input(RecogniserContract.MEL, FLOAT, 3);
            var second = new Signature().input(RecogniserContract.TOKENS, INT64, 2).input(RecogniserContract.POSITION, INT64, 1)
                    .output(RecogniserContract.LOGITS, FLOAT, 3).output(RecogniserContract.ATTENTION, FLOAT, 3);
            for (int i = 0; i < LAYERS; i++) {
                for (var name : new String[] {RecogniserContract.CROSS_KEY + i, RecogniserContract.CROSS_VALUE + i}) {
                    first.output(name, FLOAT, 4);
                    second.input(name, FLOAT, 4);
                    named.put(name, tensors.floats(1, HEADS, AUDIO, SIZE));
                }
                for (var name : new String[] {RecogniserContract.PAST_KEY + i, RecogniserContract.PAST_VALUE + i}) {
                    second.input(name, FLOAT, 4);
                    named.put(name, tensors.floats(1, HEADS, 1, SIZE));
                }
                second.output(RecogniserContract.PRESENT_KEY + i, FLOAT, 4).output(RecogniserContract.PRESENT_VALUE + i, FLOAT, 4);
            }
            encoder = runtime.load(model.resolve(RecogniserContract.ENCODER_FILE), first);
            decoder = runtime.load(model.resolve(RecogniserContract.DECODER_FILE), second);
        }

        void encode() {
            var mel = tensors.floats(1, 80, 3000);
            var into = mel.floats();
            for (int bin = 0; bin < 80; bin++) for (int column = 0; column < 3000; column++) into.put((float) (0.8 * Math.sin(0.7 * bin + 0.013 * column)));
            try (var binding = encoder.bind().input(RecogniserContract.MEL, mel)) {
                for (int i = 0; i < LAYERS; i++) cross(binding, i, false);
                binding.run();
            }
        }

        /** Each 25th position, its heads side by side as transformers has them. */
        float[] sampled(String name) {
            int step = golden.json().get("key_every").getAsInt();
            var all = named.get(name).floats();
            var out = new float[AUDIO / step * HEADS * SIZE];
            for (int t = 0, n = 0; t < AUDIO; t += step) {
                for (int head = 0; head < HEADS; head++) for (int d = 0; d < SIZE; d++) out[n++] = all.get((head * AUDIO + t) * SIZE + d);
            }
            return out;
        }

        void decode(int[] part, int position, float[] allLogits, float[][] allAttention) {
            var ids = tensors.longs(1, part.length);
            for (int i = 0; i < part.length; i++) ids.longs().put(i, part[i]);
            var at = tensors.longs(1);
            at.longs().put(0, position);
            var logits = tensors.floats(1, part.length, vocabulary);
            var attention = tensors.floats(ALIGNMENT, part.length, AUDIO);
            try (var binding = decoder.bind().input(RecogniserContract.TOKENS, ids).input(RecogniserContract.POSITION, at).output(RecogniserContract.LOGITS, logits)
                    .output(RecogniserContract.ATTENTION, attention)) {
                var present = new HashMap<String, Tensor>();
                for (int i = 0; i < LAYERS; i++) {
                    cross(binding, i, true);
                    for (var kind : new String[][] {{RecogniserContract.PAST_KEY, RecogniserContract.PRESENT_KEY}, {RecogniserContract.PAST_VALUE, RecogniserContract.PRESENT_VALUE}}) {
                        binding.input(kind[0] + i, named.get(kind[0] + i));
                        var next = tensors.floats(1, HEADS, position + part.length, SIZE);
                        binding.output(kind[1] + i, next);
                        present.put(kind[0] + i, next);
                    }
                }
                binding.run();
                named.putAll(present);
            }
            logits.floats().get(allLogits, position * vocabulary, part.length * vocabulary);
            for (int head = 0; head < ALIGNMENT; head++) attention.floats().get(head * part.length * AUDIO, allAttention[head], position * AUDIO, part.length * AUDIO);
        }

        private void cross(Binding binding, int layer, boolean in) {
            for (var name : new String[] {RecogniserContract.CROSS_KEY + layer, RecogniserContract.CROSS_VALUE + layer}) {
                if (in) binding.input(name, named.get(name));
                else binding.output(name, named.get(name));
            }
        }

        @Override
        public void close() {
            encoder.close();
            decoder.close();
            tensors.close();
        }
    }
}
