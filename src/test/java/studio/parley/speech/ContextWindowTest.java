package studio.parley.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.problem.Problem;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.text.DurationEstimate;

class ContextWindowTest {
    private static final int CAPACITY = 500;
    private final ContextWindow window = new ContextWindow(CAPACITY, 12.5, t -> words(t.text()) + t.codes().frames() + 1, (_, text) -> words(text));

    private static int words(String text) {
        return text.length() + 5;
    }

    private static ContextTurn turn(boolean pinned, int frames, String text) {
        var list = new ArrayList<int[]>();
        for (int i = 0; i < frames; i++) list.add(new int[] {1, 2});
        return new ContextTurn(0, text, Codes.of(2, list), pinned);
    }

    @Test
    void everythingStaysWhileItFits() {
        var turns = List.of(turn(true, 50, "ref"), turn(false, 20, "one"), turn(false, 30, "two"));
        var fit = window.fit(turns, 1, "three");
        assertEquals(turns, fit.context());
        assertTrue(fit.leftOut().isEmpty());
        assertEquals(59 + 29 + 39 + 10, fit.promptPositions());
        assertEquals(DurationEstimate.reserve("three", 12.5), fit.maxFrames());
    }

    @Test
    void aLineThatCannotFitIsAProblemWithNumbers() {
        var problem = assertThrows(Problem.class, () -> window.fit(List.of(turn(true, 450, "reference")), 0, "a longer line than fits here"));
        assertTrue(problem.getMessage().contains("37.2 of 40.0 s"), problem.getMessage());
        var clip = assertInstanceOf(ContextOverflow.class, problem);
        assertTrue(clip.isForTheLongest(), "without it there is room");
        assertEquals("The line \"a longer line than fits here\" does not fit in the context: the reference clip ann.wav and its transcript take 37.2 of 40.0 s. "
                + "Cut it.", clip.sentence("the reference clip ann.wav", "Cut it."));
        assertFalse(((ContextOverflow) assertThrows(Problem.class, () -> window.fit(List.of(), 0, "word ".repeat(120)))).isForTheLongest());
    }

    /** Lines rendered one after another: never an overrun, pinned turns stay, order is kept, evictions are rare and foretold. */
    @Property(tries = 200)
    void aConversationOfAnyLengthIsHeardInBounds(@ForAll long seed) {
        var random = new Random(seed);
        var turns = new ArrayList<ContextTurn>();
        for (int i = random.nextInt(3); i > 0; i--) turns.add(turn(true, 20 + random.nextInt(40), "ref"));
        List<ContextTurn> before = List.copyOf(turns);
        var foretold = List.<ContextTurn>of();
        int evictions = 0;
        for (int line = 0; line < 60; line++) {
            var text = "x".repeat(1 + random.nextInt(30));
            var fit = window.fit(turns, 0, text);
            check(turns, fit, text);
            if (!fit.context().equals(before)) {
                evictions++;
                assertEquals(foretold, fit.context(), "the eviction was foretold");
            }
            var spoken = turn(false, 1 + random.nextInt(Math.min(40, fit.maxFrames())), text);
            turns.add(spoken);
            before = with(fit.context(), spoken);
            foretold = fit.upcoming().map(u -> with(u, spoken)).orElse(fit.context().stream().filter(ContextTurn::pinned).toList());
            var now = window.fit(turns, 0, "");
            if (now.context().equals(before)) foretold = now.upcoming().orElse(foretold);
        }
        assertTrue(evictions <= 60 / 3, evictions + " evictions");
    }

    private static void check(List<ContextTurn> turns, ContextWindow.Fit fit, String text) {
        assertTrue(fit.promptPositions() + fit.maxFrames() <= CAPACITY);
        assertTrue(fit.maxFrames() >= DurationEstimate.frames(text, 12.5));
        assertTrue(fit.leftOut().stream().noneMatch(ContextTurn::pinned));
        assertEquals(turns.size(), fit.context().size() + fit.leftOut().size());
        var unpinned = turns.stream().filter(t -> !t.pinned()).toList();
        assertEquals(unpinned.subList(0, fit.leftOut().size()), fit.leftOut(), "oldest first");
        assertEquals(fit.promptPositions(), fit.context().stream().mapToInt(t -> words(t.text()) + t.codes().frames() + 1).sum() + words(text));
    }

    private static List<ContextTurn> with(List<ContextTurn> turns, ContextTurn last) {
        var out = new ArrayList<>(turns);
        out.add(last);
        return out;
    }

    @Test
    void lengthGrowsWithTheText() {
        assertTrue(DurationEstimate.seconds("Hello there, how are you?") < DurationEstimate.seconds("Hello there, how are you this fine morning?"));
        assertEquals(2.9, DurationEstimate.seconds("We sold the old house in the spring."), 0.8);
        assertTrue(DurationEstimate.reserve("", 12.5) > 25);
        assertFalse(DurationEstimate.frames("12", 12.5) < 8);
    }

    /** Positions are frames here and words cost nothing, so that every sum can be reckoned by hand: a line reserves 35. */
    private static final ContextWindow PLAIN = new ContextWindow(200, 12.5, t -> t.codes().frames(), (_, _) -> 0);

    private static List<ContextTurn> history(int... frames) {
        var turns = new ArrayList<ContextTurn>();
        for (int f : frames) turns.add(turn(f < 0, Math.abs(f), ""));
        return turns;
    }

    private static void remains(int from, int upcoming, int... frames) {
        var turns = history(frames);
        var fit = PLAIN.fit(turns, 0, "");
        var kept = turns.subList(from, turns.size());
        assertEquals(kept.stream().map(t -> t.codes().frames()).toList(), fit.context().stream().map(t -> t.codes().frames()).toList());
        assertEquals(upcoming < 0 ? -1 : turns.size() - upcoming, fit.upcoming().map(List::size).orElse(-1));
    }

    /** The mark lies behind the turn that fills half of the room, and everything before it goes at once. */
    @Test
    void whatGoesAndWhatStaysToTheTurn() {
        assertEquals(35, DurationEstimate.reserve("", 12.5));
        remains(0, -1, 20, 20, 20, 20);
        remains(0, 5, 20, 20, 20, 20, 20);
        remains(0, 5, 20, 20, 20, 20, 20, 20, 20, 20);
        remains(5, -1, 20, 20, 20, 20, 20, 20, 20, 20, 20);
        remains(0, 5, 20, 20, 20, 20, 20, 65);
        remains(5, -1, 20, 20, 20, 20, 20, 66);
        remains(5, 6, 20, 20, 20, 20, 20, 110);
        remains(5, 6, 20, 20, 20, 20, 20, 110, 20);
        remains(1, -1, 100, 66);
        remains(2, -1, 99, 67);
    }

    /** Pinned turns take their room beforehand: half of what they leave decides. */
    @Test
    void pinnedTurnsStayWhereTheyAre() {
        var turns = history(-40, 20, 20, 20, 20, 20, 20);
        assertEquals(turns, PLAIN.fit(turns, 0, "").context());
        assertEquals(List.of(turns.get(0), turns.get(5), turns.get(6)), PLAIN.fit(turns, 0, "").upcoming().orElseThrow());
        turns.add(turn(false, 20, ""));
        assertEquals(List.of(turns.get(0), turns.get(5), turns.get(6), turns.get(7)), PLAIN.fit(turns, 0, "").context());
    }

    /** Where there is less room than is usually reserved, a line may use what there is, as long as its words can be said in it. */
    @Test
    void aLineUsesTheRoomThereIs() {
        assertEquals(35, PLAIN.fit(history(-165), 0, "").maxFrames());
        assertEquals(34, PLAIN.fit(history(-166), 0, "").maxFrames());
        assertEquals(5, PLAIN.fit(history(-195), 0, "").maxFrames());
        assertThrows(Problem.class, () -> PLAIN.fit(history(-196), 0, ""));
    }

    @Test
    void aLineTooLongIsQuotedInPart() {
        var words = "\ud83d\ude00".repeat(39) + "ab\ud83d\ude00";
        var said = assertThrows(Problem.class, () -> PLAIN.fit(history(-196), 0, words)).getMessage();
        assertTrue(said.startsWith("The line \"" + "\ud83d\ude00".repeat(39) + "a…\" needs "), said);
        assertTrue(said.endsWith("."), said);
        var short40 = "x".repeat(40);
        assertTrue(assertThrows(Problem.class, () -> PLAIN.fit(history(-196), 0, short40)).getMessage().contains("\"" + short40 + "\""));
    }

    /** A syllable of Chinese, Japanese or Korean and a spoken digit take longer than a letter. */
    @Test
    void everyScriptIsExpectedAtItsOwnPace() {
        for (var text : List.of("\u4f60\u597d", "\u3053\u3093", "\u30c6\u30b9", "\ud55c\uad6d")) assertEquals(0.4 + 2 * 0.22, DurationEstimate.seconds(text), 1e-9, text);
        assertEquals(0.4 + 2 * 0.33, DurationEstimate.seconds("42"), 1e-9);
        assertEquals(0.4 + 3 / 14.5, DurationEstimate.seconds("a b"), 1e-9);
        assertEquals(0.4 + 0.25 + 0.25 + 0.03, DurationEstimate.seconds(".\u3002'"), 1e-9);
    }
}
