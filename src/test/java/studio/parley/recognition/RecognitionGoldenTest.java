package studio.parley.recognition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.golden.Golden;

/** Tokens, probabilities and times are transformers' (onnx-export/reference/transcribe.py), on the tiny random Whisper. */
class RecognitionGoldenTest {
    private final Golden golden = Golden.load("recognition");
    @TempDir
    Path folder;

    @Test
    void choosesTransformersTokens() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var session = new WhisperSession(model)) {
            for (var one : golden.list("cases")) {
                listen(session, one);
                var wanted = ids(one, "tokens");
                var decoded = new WindowDecoder(model, session).decode(List.of(), List.of(golden.json().get("start").getAsInt()), 0, new SplittableRandom(0));
                // A decoder that repeats itself is stopped; until then it is transformers'.
                int same = decoded.tokens().size();
                assertEquals(wanted.subList(0, same), decoded.tokens());
                assertEquals(true, decoded.looping() && decoded.isDoubtful());
                assertEquals(one.get("no_speech").getAsDouble(), decoded.noSpeech(), 1e-6);
            }
        }
    }

    @Test
    void findsTransformersTimesAndProbabilities() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var session = new WhisperSession(model)) {
            for (var one : golden.list("cases")) {
                double seconds = listen(session, one).length / 16_000.0;
                var found = new WordAligner(model, session).align(List.of(golden.json().get("start").getAsInt()), ids(one, "text"), seconds);
                int[] begins = Golden.ints(one.get("begins"));
                assertArrayEquals(begins, found.begins(), Arrays.toString(begins) + Arrays.toString(found.begins()));
                var wanted = golden.floats(one.get("probabilities"));
                for (int i = 0; i < wanted.length; i++) assertEquals(wanted[i], found.probabilities()[i], 1e-5);
            }
        }
    }

    @Test
    void textsAreAsLikelyAsTransformersThinks() {
        var evidence = Golden.load("text-evidence");
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var session = new WhisperSession(model)) {
            var texts = new TextEvidence(model, session, List.of(evidence.json().get("start").getAsInt()));
            listen(session, evidence.list("cases").getFirst());
            for (var one : evidence.list("cases")) assertClose(evidence.floats(one.get("heard")), texts.logProbabilities(ids(one, "text"), 0));
            session.deafen();
            for (var one : evidence.list("cases")) assertClose(evidence.floats(one.get("expected")), texts.logProbabilities(ids(one, "text"), 0));
        }
    }

    private static void assertClose(float[] wanted, double[] found) {
        assertEquals(wanted.length, found.length);
        for (int i = 0; i < wanted.length; i++) assertEquals(wanted[i], found[i], 1e-4);
    }

    /** However the tokens are fed, and whatever was fed before, the decoder says the same. */
    @Test
    void stepsAreTheWhole() {
        try (var model = TinyWhisper.open(TinyWhisper.make(folder.resolve("model"))); var session = new WhisperSession(model)) {
            listen(session, golden.list("cases").getFirst());
            var tokens = IntStream.range(0, 150).mapToObj(i -> i * 31 % 260).toList();
            var whole = logits(session, tokens, 150);
            for (int step : new int[] {1, 7, 64, 65}) {
                var parts = logits(session, tokens, step);
                for (int i = 0; i < whole.size(); i++) assertArrayEquals(whole.get(i), parts.get(i), 1e-3f);
            }
        }
    }

    private static List<float[]> logits(WhisperSession session, List<Integer> tokens, int step) {
        var out = new ArrayList<float[]>();
        session.rewind();
        for (int i = 0; i < tokens.size(); i += step) session.feed(tokens.subList(i, Math.min(tokens.size(), i + step)), s -> out.add(s.logits().clone()));
        return out;
    }

    private static float[] listen(WhisperSession session, JsonObject one) {
        var audio = TinyWhisper.signal(one.get("signal").getAsString());
        session.listen(audio, 0, audio.length);
        return audio;
    }

    private static List<Integer> ids(JsonObject one, String key) {
        return Arrays.stream(Golden.ints(one.get(key))).boxed().toList();
    }
}
