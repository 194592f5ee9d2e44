package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.golden.Golden;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.model.Sampling;

/** What transformers computes on the same weights, through converter and engine. */
class GoldenSpeechTest {
    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void promptsAreTransformers(String name) {
        var model = TinyModels.open(name);
        for (var one : Golden.load("lm-" + name).list("cases")) {
            var request = GoldenLines.greedy(model, one, 1);
            var positions = model.prompt().line(request.context(), request.speaker(), request.text());
            var expected = Golden.table(one.get("positions"));
            assertEquals(expected.length, positions.length());
            for (int p = 0; p < expected.length; p++) {
                var rows = expected[p].length > 1 ? model.prompt().frame(expected[p]) : text(model, expected[p][0]);
                for (int k = 0; k < rows.length; k++) assertEquals(rows[k], positions.row(p, k));
            }
        }
    }

    private static int[] text(SpeechModel model, int token) {
        var rows = new int[model.info().codebooks()];
        Arrays.fill(rows, model.info().zeroRow());
        rows[0] = token;
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void greedyCodesAndLogitsAreTransformers(String name) {
        var model = TinyModels.open(name);
        var golden = Golden.load("lm-" + name);
        for (var one : golden.list("cases")) {
            var expected = GoldenLines.codes(model, one.get("codes"));
            try (var session = model.session(1)) {
                var utterance = session.begin(GoldenLines.greedy(model, one, expected.frames()));
                var logits = golden.floats(one.get("code0_logits"));
                var frames = Golden.shape(one.get("code0_logits"))[0];
                for (int f = 0; utterance.advance(); f++) if (f < frames) close(logits, f, session, one.get("name").getAsString());
                same(expected, utterance, one.get("name").getAsString());
            }
        }
    }

    private static void close(float[] expected, int frame, GenerationSession session, String name) {
        var actual = session.memory().logits(0);
        for (int v = 0; v < actual.limit(); v++) {
            assertEquals(expected[frame * actual.limit() + v], actual.get(v), 1e-4, name + ", frame " + frame + ", id " + v);
        }
    }

    /** An all-zero last row of the vectors is the frame that said "done". */
    private static void same(Codes expected, Generation actual, String name) {
        var last = expected.frame(expected.frames() - 1);
        var ended = Arrays.stream(last).allMatch(c -> c == 0);
        assertEquals(ended ? StopReason.END_OF_SPEECH : StopReason.LIMIT, actual.ending(0), name);
        var sound = ended ? expected.slice(0, expected.frames() - 1) : expected;
        for (int f = 0; f < sound.frames(); f++) assertEquals(Arrays.toString(sound.frame(f)), Arrays.toString(actual.codes(0).frame(f)), name + " frame " + f);
        assertEquals(sound, actual.codes(0), name);
    }

    /** Lines one after another in one session: the second hears the first's own codes from the cache, none is fed twice. */
    @ParameterizedTest
    @ValueSource(strings = {"tiny-a", "tiny-b", "tiny-c"})
    void carriedLinesAreTransformers(String name) {
        var model = TinyModels.open(name);
        try (var session = model.session(1)) {
            var heard = new ArrayList<ContextTurn>();
            int known = 0;
            for (var line : Golden.load("lm-" + name).list("carried")) {
                var expected = GoldenLines.codes(model, line.get("codes"));
                var request = new GenerationRequest(heard, line.get("speaker").getAsInt(), line.get("text").getAsString(), Sampling.greedy(), expected.frames());
                var utterance = session.begin(request);
                assertTrue(utterance.fedPositions(0) <= line.get("prompt_positions").getAsInt() - known, "fed " + utterance.fedPositions(0));
                GoldenLines.finish(utterance);
                same(expected, utterance, line.get("text").getAsString());
                heard.add(ContextTurn.spoken(request.speaker(), request.text(), utterance.codes(0)));
                known = line.get("prompt_positions").getAsInt() + utterance.frames(0) - 1;
            }
        }
    }
}
