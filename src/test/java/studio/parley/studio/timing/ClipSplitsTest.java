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

class ClipSplitsTest {
    private static Document split(Document d, String line, long at, String id) {
        return ClipSplits.split(line, at, id).change().apply(d);
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
}
