package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.transcription.TextTimes.TimedText;

class ClipSplitsTest {
    private static Document split(Document d, String line, long at, String id) {
        return ClipSplits.split(List.of(line), at, List.of(id), WordTimes.NONE).change().apply(d);
    }

    @Property(tries = 150)
    void splittingChangesNothingThatIsHeard(@ForAll long seed) {
        var r = new Random(seed);
        var d = Clips.random(r);
        var before = LineTimes.of(d);
        var span = before.spans().get(r.nextInt(before.spans().size()));
        if (span.length() < 100) return;
        long at = span.start() + 30 + r.nextInt((int) span.length() - 60);
        var halves = split(d, span.line(), at, "new");
        var after = LineTimes.of(halves);
        assertEquals(at, after.of(span.line()).orElseThrow().end());
        assertEquals(at, after.of("new").orElseThrow().start());
        for (var s : before.spans()) if (s.isHeard() && !s.line().equals(span.line())) assertEquals(s.start(), after.of(s.line()).orElseThrow().start());
        assertArrayEquals(Clips.heard(d), Clips.heard(halves));
        var joined = ClipSplits.join(span.line()).change().apply(halves);
        assertEquals(d.decorations(), joined.decorations());
        assertEquals(d.line(span.line()).orElseThrow().text(), joined.line(span.line()).orElseThrow().text());
        assertArrayEquals(Clips.heard(d), Clips.heard(joined));
    }

    @Test
    void anInterruptedLineIsDuckedAlikeAfterItWasSplit() {
        var d = LineEdits.relation("L2", new studio.parley.dialogue.TimingRelation.Overlap(900)).change().apply(Clips.of(1600, 400, 800));
        for (long at : new long[] {400, 690, 700, 710, 900, 1090, 1100, 1110, 1120, 1200}) {
            assertArrayEquals(Clips.heard(d), Clips.heard(split(d, "L1", at, "n")), "at " + at);
            assertArrayEquals(Clips.heard(d), Clips.heard(split(split(d, "L1", at, "n"), "n", at + 60, "m")), "twice at " + at);
        }
        var interrupter = LineEdits.relation("L2", new studio.parley.dialogue.TimingRelation.Overlap(500)).change().apply(Clips.of(1600, 1200));
        for (long at : new long[] {1200, 1590, 1600, 1650, 2000}) assertArrayEquals(Clips.heard(interrupter), Clips.heard(split(interrupter, "L2", at, "n")), "at " + at);
    }

    @Test
    void wordsAreSplitWhereTheyAreLikelySpoken() {
        var d = split(Clips.of(2000), "L1", 1000, "n");
        assertEquals("One two three", d.line("L1").orElseThrow().text());
        assertEquals("four five", d.line("n").orElseThrow().text());
        assertEquals(4, WordBreaks.near("Yes. (No!) \"Maybe\" so", 0.01) - 1);
        assertEquals("\"Maybe\" so", "Yes. (No!) \"Maybe\" so".substring(WordBreaks.near("Yes. (No!) \"Maybe\" so", 0.5)));
        assertEquals(3, WordBreaks.near("One", 0.2));
        assertEquals(0, WordBreaks.near("", 0.2));
        assertFalse(WordBreaks.of("今日は良い天気です").isEmpty());
        assertEquals("今日は良い天気です", ClipSplits.words("今日は", "良い天気です"));
        assertEquals(List.of(6), WordBreaks.of("don't stop-gap"));
    }

    @Test
    void halvesAreFreshUntilTheirWordsChangeAndNewTakesAreWhole() {
        var d = Clips.of(2000, 1000);
        for (var id : List.of("L1", "L2")) {
            var heard = TakeInputsResolver.of(d, d.line(id).orElseThrow(), Delivery.STANDARD, "m");
            d = d.with(id, d.decoration(id).withHeard("T1", heard));
        }
        var halves = split(d, "L1", 1000, "n");
        assertEquals(Map.of("L1", new Staleness.Fresh(), "n", new Staleness.Fresh(), "L2", new Staleness.Fresh()), Staleness.of(halves, Delivery.STANDARD, "m"));
        var later = TakeInputsResolver.of(halves, halves.line("L2").orElseThrow(), Delivery.STANDARD, "m");
        assertEquals(List.of("L1"), later.lines().stream().map(l -> l.line()).toList());
        assertEquals("One two three four five", later.lines().getFirst().text());
        var edited = TestEdits.text("Type", "n", "four six").change().apply(halves);
        assertEquals(new Staleness.Own(java.util.Set.of(Staleness.Cause.TEXT)), Staleness.of(edited, Delivery.STANDARD, "m").get("n"));
        var accepted = TakeEdits.accept(List.of("n"), Delivery.STANDARD, "m").change().apply(edited);
        assertEquals(new Staleness.Fresh(), Staleness.of(accepted, Delivery.STANDARD, "m").get("n"));
        var line = halves.line("n").orElseThrow().with(Clips.take("T2", "other", 700));
        var retaken = LineEdits.remove(List.of("n")).change().apply(halves);
        retaken = LineEdits.insert(1, List.of(line)).change().apply(retaken);
        assertEquals(700, LineTimes.of(retaken).of("n").orElseThrow().length());
        assertEquals(retaken, ClipSplits.join("L1").change().apply(retaken));
    }

    @Test
    void severalHalvesJoinAtOnce() {
        var d = Clips.of(2000, 1000);
        var parts = split(split(d, "L1", 1000, "n"), "n", 1500, "m");
        assertEquals(d, ClipSplits.join(List.of("L1", "n", "m", "L2")).change().apply(parts));
        assertFalse(ClipSplits.canSplit(d, "L1", 5));
        assertFalse(ClipSplits.canSplit(d, "L1", 2500));
        assertEquals(d, split(d, "L1", 2500, "n"));
    }

    /** The words of "One two three four five" last 300 ms each, with 100 ms between them. */
    private static final WordTimes WORDS = (document, line, take) -> {
        var cut = document.decoration(line.id()).cut(take.id());
        var text = "One two three four five";
        var out = new java.util.ArrayList<TimedText>();
        int at = line.text().isEmpty() ? 0 : text.indexOf(line.text());
        for (int i = 0, from = 0; from < text.length(); i++) {
            int to = text.indexOf(' ', from) < 0 ? text.length() : text.indexOf(' ', from);
            boolean isHere = from >= at && to <= at + line.text().length() && i * 0.4 * 1000 >= cut.startMillis() - 1;
            if (isHere) out.add(new TimedText(from - at, to - at, i * 0.4, i * 0.4 + 0.3, true));
            from = to + 1;
        }
        return new TimedWords(out);
    };

    @Test
    void textIsSplitBetweenTheWordsThatAreSpokenThere() {
        var d = ClipSplits.split(List.of("L1"), 350, List.of("n"), WORDS).change().apply(Clips.of(4000));
        assertEquals("One", d.line("L1").orElseThrow().text());
        assertEquals("two three four five", d.line("n").orElseThrow().text());
    }

    @Test
    void aLineSplitInItsTextKeepsItsSound() {
        var d = Clips.of(2000, 1000);
        var halves = ClipSplits.splitText("L1", 14, "n", WORDS).change().apply(d);
        assertEquals("One two three", halves.line("L1").orElseThrow().text());
        assertEquals(1150, LineTimes.of(halves).of("n").orElseThrow().start());
        assertArrayEquals(Clips.heard(d), Clips.heard(halves));
        assertEquals(d, ClipSplits.join("L1").change().apply(halves));
        var thirds = ClipSplits.splitText("n", 5, "m", WORDS).change().apply(halves);
        assertEquals(1550, LineTimes.of(thirds).of("m").orElseThrow().start());
        assertArrayEquals(Clips.heard(d), Clips.heard(thirds));
    }

    @Test
    void withoutWordsOrWithinOneOnlyTheTextIsSplit() {
        var d = Clips.of(2000, 1000);
        for (int place : new int[] {0, 2, 23}) assertEquals(LineEdits.split("L1", place, "n").change().apply(d), ClipSplits.splitText("L1", place, "n", WORDS).change().apply(d));
        var half = ClipSplits.splitText("L1", 14, "n", WordTimes.NONE).change().apply(d);
        assertEquals(List.of(), half.line("n").orElseThrow().takes());
    }

    @Test
    void aPauseBetweenTwoWordsMovesWhatFollows() {
        var d = Clips.of(2000, 1000);
        var paused = ClipSplits.pause("L1", 14, "n", 500, WORDS).change().apply(d);
        assertEquals(1150, LineTimes.of(paused).of("L1").orElseThrow().end());
        assertEquals(1650, LineTimes.of(paused).of("n").orElseThrow().start());
        assertEquals(LineTimes.of(d).of("L2").orElseThrow().start() + 500, LineTimes.of(paused).of("L2").orElseThrow().start());
    }

    @Test
    void otherTakesAreCutBetweenTheSameWords() {
        var d = Clips.of(2000);
        var line = d.line("L1").orElseThrow();
        d = d.withLines(List.of(line.withTakes(List.of(Clips.take("T0", "other", 4000), line.takes().getFirst()), line.chosen())));
        var halves = ClipSplits.splitText("L1", 14, "n", WORDS).change().apply(d);
        assertEquals(1150, halves.decoration("n").cut("T0").startMillis());
        assertEquals(2850, halves.decoration("L1").cut("T0").endMillis());
    }

    @Test
    void splittingDoesNotMakeAnEditedLineUpToDate() {
        var d = Clips.of(2000);
        d = d.with("L1", d.decoration("L1").withHeard("T1", TakeInputsResolver.of(d, d.line("L1").orElseThrow(), Delivery.STANDARD, "m")));
        var edited = TestEdits.text("Type", "L1", "One two three four six").change().apply(d);
        var halves = split(edited, "L1", 1000, "n");
        var text = new Staleness.Own(java.util.Set.of(Staleness.Cause.TEXT));
        assertEquals(Map.of("L1", new Staleness.Fresh(), "n", text), Staleness.of(halves, Delivery.STANDARD, "m"));
        var parts = split(halves, "n", 1500, "m");
        assertEquals(text, Staleness.of(ClipSplits.join("n").change().apply(parts), Delivery.STANDARD, "m").get("n"));
        assertEquals(text, Staleness.of(ClipSplits.join("L1").change().apply(halves), Delivery.STANDARD, "m").get("L1"));
    }
}
