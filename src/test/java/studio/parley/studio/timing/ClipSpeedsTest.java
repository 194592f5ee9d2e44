package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipEdges;

/** Clips heard faster or slower: how long they are, where the others go, and that trims, splits and joins are as exact as ever. */
class ClipSpeedsTest {
    private static Document at(Document d, double speed, Ripple ripple, String... lines) {
        return ClipSpeeds.to(List.of(lines), speed, ripple).change().apply(d);
    }

    private static LineTimes.Span span(Document d, String line) {
        return LineTimes.of(d).of(line).orElseThrow();
    }

    /** One of a random conversation's clips with a random speed, at least 200 ms long. */
    private static Document random(Random r) {
        var d = Clips.random(r);
        for (var span : LineTimes.of(d).spans()) if (span.length() >= 200) d = d.with(span.line(), d.decoration(span.line()).withSpeed(0.5 + r.nextInt(1501) / 1000.0));
        return d;
    }

    private static LineTimes.Span any(Document d, Random r) {
        var heard = LineTimes.of(d).spans().stream().filter(s -> s.length() >= 100).toList();
        return heard.isEmpty() ? LineTimes.of(d).spans().getFirst() : heard.get(r.nextInt(heard.size()));
    }

    @Test
    void aClipIsAsMuchLongerAndTheOthersGoAsRippleSays() {
        var d = Clips.of(1600, 400, 800);
        var all = at(d, 0.5, Ripple.ALL, "L1");
        assertEquals(3200, span(all, "L1").length());
        assertEquals(3400, span(all, "L2").start());
        assertEquals(d.lines(), all.lines());
        var off = at(d, 2, Ripple.OFF, "L1");
        assertEquals(800, span(off, "L1").length());
        assertEquals(span(d, "L2").start(), span(off, "L2").start());
        var track = at(d, 2, Ripple.TRACK, "L1");
        assertEquals(span(d, "L2").start(), span(track, "L2").start());
        assertEquals(span(d, "L3").start() - 800, span(track, "L3").start());
    }

    @Test
    void aTakeIsFittedToTheMillisecondOrSaysHowFarItGoes() {
        var d = Clips.of(1600, 400).with("L1", LineSettings.NONE.withTrim(101, 33));
        for (long wanted : new long[] {733, 734, 1000, 1001, 1466, 1467, 2000, 2931, 2932}) {
            var edit = ClipSpeeds.fit(d, "L1", wanted, Ripple.ALL);
            assertEquals(wanted, span(edit.change().apply(d), "L1").length(), 1.0);
        }
        assertEquals("Fit to 2 s", ClipSpeeds.fit(d, "L1", 2000, Ripple.ALL).label());
        var problem = assertThrows(Problem.class, () -> ClipSpeeds.fit(d, "L1", 3000, Ripple.ALL));
        assertEquals("This take is 1.466 s long and can be fitted to 0.733 s to 2.932 s. Enter a length in this range.", problem.getMessage());
        assertThrows(Problem.class, () -> ClipSpeeds.fit(d, "L1", 0, Ripple.ALL));
    }

    @Test
    void aLittleIsTheNextTwentieth() {
        var d = Clips.of(1600, 400).with("L1", LineSettings.NONE.withSpeed(1.0734));
        var faster = ClipSpeeds.step(List.of("L1", "L2"), true, Ripple.ALL);
        assertEquals("Slightly faster", faster.label());
        assertEquals(1.1, faster.change().apply(d).decoration("L1").speed());
        assertEquals(1.05, faster.change().apply(d).decoration("L2").speed());
        for (int i = 0; i < 40; i++) d = faster.change().apply(d);
        assertEquals(2, d.decoration("L1").speed());
        var slower = ClipSpeeds.step(List.of("L1"), false, Ripple.ALL);
        for (int i = 0; i < 20; i++) d = slower.change().apply(d);
        assertEquals(1, d.decoration("L1").speed());
        assertEquals(LineSettings.NONE, d.decoration("L1"));
        for (int i = 0; i < 40; i++) d = slower.change().apply(d);
        assertEquals(0.5, d.decoration("L1").speed());
        for (double bad : new double[] {0.4999, 2.0001, Double.NaN, -1}) assertThrows(IllegalArgumentException.class, () -> LineSettings.NONE.withSpeed(bad));
    }

    /** Both halves are parts of the same stretched take: not a sample differs. */
    @Property(tries = 12)
    void splittingAndJoiningChangeNothingThatIsHeard(@ForAll long seed) {
        var r = new Random(seed);
        var usual = Clips.random(r);
        var line = any(usual, r).line();
        var d = usual.with(line, usual.decoration(line).withSpeed(0.5 + r.nextInt(1501) / 1000.0));
        var span = span(d, line);
        if (span.length() < 100) return;
        long at = span.start() + 30 + r.nextInt((int) span.length() - 60);
        var halves = ClipSplits.split(List.of(span.line()), at, List.of("new"), WordTimes.NONE).change().apply(d);
        assertEquals(at, span(halves, "new").start(), 1.0);
        assertEquals(span(halves, span.line()).end(), span(halves, "new").start());
        assertEquals(span.end(), span(halves, "new").end());
        assertEquals(d.decoration(span.line()).speed(), halves.decoration("new").speed());
        for (var s : LineTimes.of(d).spans()) if (s.isHeard() && !s.line().equals(span.line())) assertEquals(s.start(), span(halves, s.line()).start());
        assertArrayEquals(Clips.heard(d), Clips.heard(halves));
        var joined = ClipSplits.join(span.line()).change().apply(halves);
        assertEquals(d.decorations(), joined.decorations());
        assertArrayEquals(Clips.heard(d), Clips.heard(joined));
        var other = halves.with("new", halves.decoration("new").withSpeed(halves.decoration("new").speed() == 1 ? 1.1 : 1));
        assertEquals(other, ClipSplits.join(span.line()).change().apply(other), "halves of two speeds are no whole");
    }

    @Property(tries = 150)
    void aTrimmedEdgeIsWhereItWasDraggedAndTheOtherStays(@ForAll long seed) {
        var r = new Random(seed);
        var d = random(r);
        var span = any(d, r);
        if (span.length() < 100) return;
        var reach = ClipTrims.reach(d, span);
        long at = span.start() + r.nextInt((int) span.length() - 40);
        var start = ClipTrims.start(span.line(), at).change().apply(d);
        assertEquals(at, span(start, span.line()).start(), 1.0);
        assertEquals(span.end(), span(start, span.line()).end());
        var back = ClipTrims.start(span.line(), -1_000_000).change().apply(start);
        assertEquals(reach.start(), span(back, span.line()).start(), 1.0);
        var end = ClipTrims.end(span.line(), at + 30, Ripple.OFF).change().apply(d);
        assertEquals(at + 30, span(end, span.line()).end(), 1.0);
        assertEquals(span.start(), span(end, span.line()).start());
        var out = ClipTrims.end(span.line(), 1_000_000, Ripple.OFF).change().apply(end);
        assertEquals(reach.end(), span(out, span.line()).end(), 1.0);
        assertTrue(out.decoration(span.line()).trimEndMillis() <= 2);
    }

    /** Lengths are whole milliseconds, so that lists and sound agree at every rate, and what is heard is as long as it says. */
    @Property(tries = 100)
    void theArrangementAgreesWithTheTimesOfTheLines(@ForAll long seed) {
        var d = random(new Random(seed));
        var arrangement = Arrangement.of(d, Clips.RATE);
        var times = LineTimes.of(d);
        for (var part : arrangement.parts()) {
            var s = times.of(part.line().id()).orElseThrow();
            assertEquals(s.start() * Clips.RATE / 1000, part.start());
            assertEquals(s.length() * Clips.RATE / 1000, part.frames());
            assertEquals(Math.round(ClipEdges.whole(part.take()) / part.speed()) * Clips.RATE / 1000.0, part.samples(), Clips.RATE / 1000.0);
            assertTrue(part.skip() + part.frames() <= part.samples() + Clips.RATE / 1000);
        }
    }

    @Test
    void aCopyKeepsTheSpeed() {
        var d = at(Clips.of(1600, 400), 1.25, Ripple.ALL, "L1");
        var copies = ClipCopies.duplicate(List.of("L1")).change().apply(d);
        assertEquals(1.25, copies.decoration(copies.lines().get(1).id()).speed());
    }
}
