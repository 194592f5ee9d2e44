package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.parley.golden.Golden;
import studio.parley.problem.Problem;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.model.OutputCheck;
import studio.parley.speech.model.Sampling;
import studio.parley.tokenizer.Tokenizer;

/** Row by row what the model hears, by the sizes of tiny-a: 328 words, 6 codebooks of 35 codes. */
class PromptLayoutTest {
    private static final ModelInfo INFO = ModelInfo.read(Path.of("src/test/resources/test-model"));
    private static final Tokenizer TOKENIZER = Tokenizer.open(Golden.folder("tiny-a", "tokenizer.json"));
    private static final int NOTHING = 328 + 6 * 35;

    private final PromptLayout prompt = new PromptLayout(INFO, TOKENIZER);

    private static List<Integer> row(InputPositions positions, int at) {
        return IntStream.range(0, 6).mapToObj(k -> positions.row(at, k)).toList();
    }

    private static List<Integer> word(int id) {
        return List.of(id, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);
    }

    /** Words, frames, a frame of zeros; then the words of the line. */
    @Test
    void aTurnAndTheLineAfterIt() {
        var turn = ContextTurn.spoken(7, "Hi", Codes.of(6, List.of(new int[] {0, 1, 2, 3, 4, 34}, new int[] {5, 5, 5, 5, 5, 5})));
        var line = prompt.line(List.of(turn), 7, "Hi");
        var expected = new ArrayList<List<Integer>>();
        for (int id : new int[] {320, 91, 55, 93, 72, 105, 321}) expected.add(word(id));
        expected.add(List.of(328, 328 + 35 + 1, 328 + 70 + 2, 328 + 105 + 3, 328 + 140 + 4, 328 + 175 + 34));
        expected.add(List.of(333, 368, 403, 438, 473, 508));
        expected.add(List.of(328, 363, 398, 433, 468, 503));
        for (int id : new int[] {320, 91, 55, 93, 72, 105, 321}) expected.add(word(id));
        assertEquals(expected, IntStream.range(0, line.length()).mapToObj(p -> row(line, p)).toList());
        assertEquals(10, prompt.cost(turn));
        assertEquals(7, prompt.cost(7, "Hi"));
        assertEquals(10, prompt.context(List.of(turn)).length());
    }

    @Test
    void codesOfAnotherModelAreRefusedWithTheNumbers() {
        var five = List.of(ContextTurn.spoken(0, "Hi", Codes.of(5, List.of(new int[5]))));
        var said = assertThrows(Problem.class, () -> prompt.line(five, 0, "x")).getMessage();
        assertTrue(said.contains("5 codebooks") && said.contains("has 6"), said);
        var beyond = List.of(ContextTurn.spoken(0, "Hi", Codes.of(6, List.of(new int[] {0, 0, 0, 0, 0, 35}))));
        assertTrue(assertThrows(Problem.class, () -> prompt.line(beyond, 0, "x")).getMessage().contains("code 35, but this model has only 35"));
    }

    @Test
    void aTokenizerOfAnotherModelIsNoticed() {
        try (var foreign = Tokenizer.open(Golden.folder("tiny-a", "tokenizer.json"), 327, 328)) {
            var said = assertThrows(Problem.class, () -> new PromptLayout(INFO, foreign).line(List.of(), 0, "x")).getMessage();
            assertTrue(said.contains("returns id 328 but the model has 328 tokens"), said);
        }
        try (var own = Tokenizer.open(Golden.folder("tiny-a", "tokenizer.json"), 0, 327)) {
            assertEquals(word(327), row(new PromptLayout(INFO, own).line(List.of(), 0, "x"), 5 - 0));
        }
    }

    @Test
    void positionsGrowAndAreCutBack() {
        var p = new InputPositions(2);
        for (int i = 0; i < 200; i++) p.add(new int[] {i, -i});
        assertEquals(200, p.length());
        assertArrayEquals(new int[] {199, -199}, new int[] {p.row(199, 0), p.row(199, 1)});
        var q = new InputPositions(2);
        q.addAll(p, 10, 13);
        assertEquals(3, q.length());
        assertEquals(12, q.row(2, 0));
        assertEquals(0, p.commonPrefix(q));
        q.truncate(0);
        q.addAll(p, 0, 100);
        assertEquals(100, q.commonPrefix(p));
        assertEquals(100, p.commonPrefix(q));
        q.truncate(50);
        q.add(new int[] {50, 0}).add(new int[] {51, -51});
        assertEquals(50, p.commonPrefix(q), "half a position is none");
        assertThrows(IllegalArgumentException.class, () -> q.truncate(53));
        assertThrows(IllegalArgumentException.class, () -> q.add(new int[3]));
    }

    @Test
    void whatASoundNetworkNeverGivesIsAProblem() {
        var file = Path.of("mimi.onnx");
        OutputCheck.numbers(file, new float[] {0, -1e30f, 1});
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertTrue(assertThrows(Problem.class, () -> OutputCheck.numbers(file, new float[] {bad, 0})).getMessage().startsWith("mimi.onnx computes"));
        }
        assertEquals(0, OutputCheck.code(file, 0, 35));
        assertEquals(34, OutputCheck.code(file, 34, 35));
        for (long bad : new long[] {-1, 35, 1L << 32}) assertThrows(Problem.class, () -> OutputCheck.code(file, bad, 35));
    }

    @Test
    void samplingIsCheckedWhenItIsMade() {
        assertThrows(IllegalArgumentException.class, () -> new Sampling(-0.1f, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sampling(0, Float.NaN, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sampling(0, 0, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sampling(0, 0, 1, 0, 0));
        assertEquals(new Sampling(0.5f, 0.6f, 7, 8, 2), new Sampling(0.5f, 0.6f, 7, 8, 1).withSeed(2));
        assertEquals(new Sampling(0.5f, 0.6f, 7, 7, 1), new Sampling(0.5f, 0.6f, 7, 1));
    }
}
