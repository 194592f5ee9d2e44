package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.parley.convert.weights.Precision;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RuntimeOptions;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.model.Sampling;

/** A request gives the same codes whatever its session did before and whatever is spoken beside it, at every precision. */
class SameSpeechTest {
    private static final int FRAMES = 10;

    static Stream<SpeechModel> models() {
        var tiny = Stream.of(Precision.FP32, Precision.INT8, Precision.INT4, Precision.COMPACT)
                .flatMap(p -> Stream.of(TinyModels.open("tiny-a", p), TinyModels.open("tiny-b", p)));
        return Stream.concat(tiny, Stream.of(bundled()));
    }

    private static SpeechModel bundled() {
        return SpeechModel.open(Path.of("assets/voice"), OrtRuntime.open(RuntimeOptions.of(DevicePreference.CPU).withThreads(1)));
    }

    private static Sampling seed(SpeechModel model, long seed) {
        return model.info().sampling().with(seed);
    }

    private static GenerationRequest line(SpeechModel model, List<ContextTurn> heard, String text, long seed, int frames) {
        return new GenerationRequest(heard, 0, text, seed(model, seed), frames);
    }

    private static Codes cold(SpeechModel model, GenerationRequest request, boolean together) {
        try (var session = model.session(1)) {
            return GoldenLines.finish(session.begin(List.of(request), StopRule.ALL_ZERO, together)).codes(0);
        }
    }

    private static float[] logits(GenerationSession session, int row) {
        var logits = session.memory().logits(row);
        var out = new float[logits.remaining()];
        logits.get(out);
        return out;
    }

    /** To the last bit: what was spoken, carried and retaken before leaves no trace. */
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("models")
    void aCarriedCacheIsAColdOne(SpeechModel model) {
        var heard = new ArrayList<ContextTurn>();
        var random = new Random(5);
        try (var carried = model.session(2)) {
            for (int i = 0; i < 8; i++) {
                var request = line(model, heard, "Line " + "on and ".repeat(i % 4) + i + ".", i, FRAMES + i % 3);
                var utterance = carried.begin(request);
                try (var fresh = model.session(1)) {
                    fresh.begin(request);
                    utterance.advance();
                    assertArrayEquals(logits(fresh, 0), logits(carried, rowOf(carried, model, request)), "line " + i);
                }
                GoldenLines.finish(utterance);
                assertEquals(cold(model, request, false), utterance.codes(0), "line " + i);
                heard.add(ContextTurn.spoken(0, request.text(), utterance.codes(0)));
                if (random.nextInt(3) == 0) GoldenLines.finish(carried.begin(takes(model, heard, 2)));
                if (random.nextInt(3) == 0) carried.begin(request).advance();
                if (random.nextInt(3) == 0) carried.prepare(heard.subList(heard.size() / 2, heard.size()));
            }
        }
    }

    /** The row whose memory is the prompt's: only it holds all of that. */
    private static int rowOf(GenerationSession session, SpeechModel model, GenerationRequest request) {
        var wanted = model.prompt().line(request.context(), request.speaker(), request.text());
        return IntStream.range(0, session.rows() + 1).filter(r -> session.memory().held(r).length() == wanted.length()
                && session.memory().held(r).commonPrefix(wanted) == wanted.length()).findFirst().orElseThrow();
    }

    /** Takes of different lengths beside each other, in batches of 2 to 5, and one alone as such a batch makes it. */
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("models")
    void aTakeOfABatchIsTheSameInAnyBatch(SpeechModel model) {
        var first = line(model, List.of(), "Hello there.", 3, FRAMES);
        var heard = List.of(ContextTurn.spoken(0, first.text(), cold(model, first, false)));
        var expected = takes(model, heard, 5).stream().map(r -> cold(model, r, true)).toList();
        for (int count = 2; count <= 5; count++) {
            try (var session = model.session(count)) {
                GoldenLines.finish(session.begin(first));
                var together = GoldenLines.finish(session.begin(takes(model, heard, count)));
                for (int i = 0; i < count; i++) assertEquals(expected.get(i), together.codes(i), "take " + i + " of " + count);
                var again = takes(model, heard, 5).get(4);
                assertEquals(cold(model, again, false), GoldenLines.finish(session.begin(again)).codes(0), "alone after " + count);
                assertEquals(expected.get(4), GoldenLines.finish(session.begin(List.of(again), StopRule.ALL_ZERO, true)).codes(0));
            }
        }
    }

    private static List<GenerationRequest> takes(SpeechModel model, List<ContextTurn> heard, int count) {
        return IntStream.range(0, count).mapToObj(i -> line(model, heard, "And again.", 40 + i, FRAMES - i)).toList();
    }

    /** The last position of a prompt, however the prompt was cut into runs: long ones, odd ones, one position at a time. */
    @Test
    void aPromptIsTheSameInAnyPieces() {
        var model = TinyModels.open("tiny-a", Precision.INT4);
        var random = new Random(9);
        for (int length : new int[] {2, 3, 21, 256, 257, 511, 700}) {
            var wanted = new InputPositions(model.info().codebooks());
            for (int i = 0; i < length; i++) wanted.add(model.prompt().frame(random.ints(model.info().codebooks(), 1, 30).toArray()));
            try (var session = model.session(1)) {
                var rows = session.memory();
                rows.feed(0, wanted, 0);
                var expected = logits(session, 0);
                rows.feed(0, wanted, length - 1);
                assertArrayEquals(expected, logits(session, 0), length + " positions, the last again");
                for (int round = 0; round < 4; round++) {
                    var part = new InputPositions(model.info().codebooks());
                    for (int from = 0; from < length; from = part.length()) {
                        part.addAll(wanted, from, Math.min(length, from + 1 + random.nextInt(round == 0 ? 1 : 90)));
                        rows.feed(0, part, from);
                    }
                    assertArrayEquals(expected, logits(session, 0), length + " positions in pieces");
                }
            }
        }
    }
}
