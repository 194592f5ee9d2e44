package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.parley.onnx.RowBuffer;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.model.Sampling;

class GenerationSessionTest {
    private static final int FRAMES = 8;
    private final SpeechModel model = TinyModels.open("tiny-a");

    private static Sampling seed(long seed) {
        return new Sampling(0.9f, 0.9f, 20, seed);
    }

    private static GenerationRequest line(List<ContextTurn> context, String text, long seed) {
        return new GenerationRequest(context, 0, text, seed(seed), FRAMES);
    }

    private Codes alone(GenerationRequest request) {
        try (var session = model.session(1)) {
            return GoldenLines.finish(session.begin(request)).codes(0);
        }
    }

    private static ContextTurn spoken(GenerationRequest request, Codes codes) {
        return ContextTurn.spoken(request.speaker(), request.text(), codes);
    }

    @Test
    void takesOfOnePromptFeedItOnceAndEqualSingleTakes() {
        var requests = IntStream.range(0, 4).mapToObj(i -> line(List.of(), "Hello world, the light is on.", i)).toList();
        try (var session = model.session(4)) {
            var together = GoldenLines.finish(session.begin(requests));
            assertEquals(22, together.fedPositions(0));
            for (int i = 0; i < 4; i++) {
                if (i > 0) assertEquals(0, together.fedPositions(i));
                assertEquals(alone(requests.get(i)), together.codes(i), "take " + i);
            }
            assertNotEquals(together.codes(0), together.codes(1));
        }
    }

    @Test
    void differentLinesTogetherEqualEachAlone() {
        var first = line(List.of(), "Hello world.", 1);
        var heard = List.of(spoken(first, alone(first)));
        var requests = List.of(line(heard, "See what?", 2), line(List.of(), "And you?", 3), line(heard, "That light over there, I mean.", 4),
                new GenerationRequest(heard, 3, "See what?", seed(5), 3));
        try (var session = model.session(4)) {
            for (int round = 0; round < 2; round++) {
                var together = GoldenLines.finish(session.begin(requests));
                for (int i = 0; i < 4; i++) assertEquals(alone(requests.get(i)), together.codes(i), "round " + round + " line " + i);
                assertEquals(3, together.frames(3));
                assertEquals(StopReason.LIMIT, together.ending(3));
            }
        }
    }

    /** How a graphics card keeps its cache, on the processor: the same codes, batched, finished early and carried. */
    @Test
    void aCacheOnTheDeviceGivesTheSameCodes() {
        try (var host = model.session(3, RowBuffer.Place.HOST); var device = model.session(3, RowBuffer.Place.DEVICE)) {
            var requests = List.of(line(List.of(), "Hello world.", 1), new GenerationRequest(List.of(), 1, "See what?", seed(2), 3), line(List.of(), "Hello world.", 3));
            var one = GoldenLines.finish(host.begin(requests));
            var other = GoldenLines.finish(device.begin(requests));
            for (int i = 0; i < 3; i++) assertEquals(one.codes(i), other.codes(i));
            var next = line(List.of(spoken(requests.get(2), one.codes(2))), "And you?", 4);
            device.prepare(next.context());
            var carried = device.begin(next);
            assertTrue(carried.fedPositions(0) <= 2 + model.prompt().cost(0, "And you?"));
            assertEquals(GoldenLines.finish(host.begin(next)).codes(0), GoldenLines.finish(carried).codes(0));
        }
    }

    @Test
    void retakingALineFeedsOnePosition() {
        try (var session = model.session(1)) {
            var request = line(List.of(), "Hello world, the light is on.", 1);
            var codes = GoldenLines.finish(session.begin(request)).codes(0);
            var again = session.begin(request);
            assertEquals(1, again.fedPositions(0));
            assertEquals(codes, GoldenLines.finish(again).codes(0));
        }
    }

    @Test
    void aLineAfterAnyTakeContinuesFromIt() {
        var requests = IntStream.range(0, 3).mapToObj(i -> line(List.of(), "Hello world.", i)).toList();
        try (var session = model.session(3)) {
            var takes = GoldenLines.finish(session.begin(requests));
            for (int chosen = 2; chosen >= 0; chosen--) {
                var next = line(List.of(spoken(requests.get(chosen), takes.codes(chosen))), "See what?", 9);
                var utterance = session.begin(next);
                assertTrue(utterance.fedPositions(0) <= FRAMES + 2 + model.prompt().cost(0, "See what?"), "fed " + utterance.fedPositions(0));
                assertEquals(alone(next), GoldenLines.finish(utterance).codes(0));
            }
        }
    }

    @Test
    void cancelledMidwayTheSessionGoesOn() {
        try (var session = model.session(2)) {
            var request = line(List.of(), "Hello world.", 1);
            var cancelled = session.begin(List.of(request, line(List.of(), "See what?", 2)));
            for (int i = 0; i < 5; i++) cancelled.advance();
            assertEquals(StopReason.SPEAKING, cancelled.ending(0));
            assertEquals(alone(request), GoldenLines.finish(session.begin(request)).codes(0));
            assertThrows(IllegalStateException.class, cancelled::advance);
        }
    }

    /** At whichever run the wish comes, in the prompt or between two frames. */
    @Test
    void stoppedAtAnyRunTheSessionGoesOn() {
        var request = line(List.of(), "Hello world, the light is on.", 1);
        var whole = alone(request);
        var me = Thread.currentThread();
        try (var session = model.session(1)) {
            for (int run = 0; run < 12; run++) {
                var left = new AtomicInteger(run);
                BooleanSupplier wished = () -> Thread.currentThread() == me && left.getAndDecrement() <= 0;
                assertThrows(CancellationException.class,
                        () -> Cancellation.unless(wished, () -> GoldenLines.finish(session.begin(request))));
            }
            assertEquals(whole, GoldenLines.finish(session.begin(request)).codes(0));
        }
    }

    /** A long conversation, evicted several times: every line equals a cold start, and prepared evictions feed little. */
    @Test
    void afterEvictionCodesAreThoseOfAColdStart() {
        var window = model.contextWindow(220);
        var reference = ContextTurn.reference(1, "And you?", alone(line(List.of(), "And you?", 77)));
        var turns = new ArrayList<>(List.of(reference));
        int evictions = 0;
        try (var session = model.session(1)) {
            for (int i = 0; i < 24; i++) {
                var text = "Line " + i + ".";
                var fit = window.fit(turns, i % 3, text);
                var request = new GenerationRequest(fit.context(), i % 3, text, seed(i), Math.min(FRAMES, fit.maxFrames()));
                var utterance = session.begin(request);
                if (!fit.leftOut().isEmpty() && fit.leftOut().size() > evictions) evictions = fit.leftOut().size();
                assertTrue(i == 0 || utterance.fedPositions(0) <= 2 + model.prompt().cost(i % 3, text) + FRAMES, i + ": fed " + utterance.fedPositions(0));
                GoldenLines.finish(utterance);
                assertEquals(alone(request), utterance.codes(0), "line " + i);
                turns.add(spoken(request, utterance.codes(0)));
                window.fit(turns, 0, "").upcoming().ifPresent(session::prepare);
            }
        }
        assertTrue(evictions > 6, "left out " + evictions);
    }

    @Test
    void nothingIsEverOverrun() {
        var capacity = model.info().context();
        try (var session = model.session(1)) {
            var problem = assertThrows(Problem.class, () -> session.begin(new GenerationRequest(List.of(), 0, "Hello", seed(1), capacity)));
            assertTrue(problem.getMessage().contains(Integer.toString(capacity)));
            var full = new GenerationRequest(List.of(), 0, "a", seed(1), capacity - model.prompt().cost(0, "a"));
            var utterance = GoldenLines.finish(session.begin(full));
            assertTrue(utterance.ending(0) == StopReason.END_OF_SPEECH || utterance.frames(0) == full.maxFrames());
        }
    }

    @Test
    void whatCannotBeSpokenTogetherIsRefused() {
        try (var session = model.session(2)) {
            var one = line(List.of(), "a", 1);
            assertThrows(IllegalArgumentException.class, () -> session.begin(List.of()));
            assertThrows(IllegalArgumentException.class, () -> session.begin(List.of(one, one, one)));
            assertThrows(IllegalArgumentException.class, () -> session.begin(List.of(one, new GenerationRequest(List.of(), 0, "a", Sampling.greedy(), 3))));
        }
    }

    @Test
    void codesOfAnotherModelAreRefused() {
        try (var session = model.session(1)) {
            var foreign = List.of(ContextTurn.reference(0, "a", Codes.of(2, List.of(new int[] {1, 2}))));
            var beyond = List.of(ContextTurn.reference(0, "a", Codes.of(6, List.of(new int[] {1, 2, 3, 4, 5, 9999}))));
            assertThrows(Problem.class, () -> session.begin(line(foreign, "a", 1)));
            assertThrows(Problem.class, () -> session.begin(line(beyond, "a", 1)));
        }
    }

    @Test
    void stopRulesFollowTheirModels() {
        assertTrue(StopRule.ALL_ZERO.ends(new int[] {0, 0, 0}));
        assertFalse(StopRule.ALL_ZERO.ends(new int[] {0, 0, 9}));
        assertFalse(StopRule.ALL_ZERO.ends(new int[] {0, 4, 0}));
        assertTrue(StopRule.TRANSFORMERS.ends(new int[] {0, 0, 9}));
        assertFalse(StopRule.TRANSFORMERS.ends(new int[] {0, 4, 0}));
        assertTrue(StopRule.TRANSFORMERS.keeps(new int[] {0, 0, 9}));
        assertFalse(StopRule.TRANSFORMERS.keeps(new int[] {0, 0, 0}));
        assertArrayEquals(new boolean[] {false}, new boolean[] {StopRule.ALL_ZERO.keeps(new int[] {0, 0, 9})});
    }
}
