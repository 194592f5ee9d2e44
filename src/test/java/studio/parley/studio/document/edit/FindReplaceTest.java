package studio.parley.studio.document.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.FindReplace.Match;
import studio.parley.studio.document.edit.FindReplace.Place;
import studio.parley.studio.document.model.Document;

class FindReplaceTest {
    private static final Optional<Set<String>> ALL = Optional.empty();
    private final Document document = LineEdits.direction("L2", "looking at that").change().apply(Documents.lighthouse());

    private static FindReplace regex(String what) {
        return new FindReplace(what, true, false, false, Set.of(Place.TEXT));
    }

    private String text(Edit edit, String line) {
        return edit.change().apply(document).line(line).orElseThrow().text();
    }

    @Test
    void findsWordsWithTheirPlaces() {
        assertEquals(List.of(new Match("L1", Place.TEXT, 12, 16), new Match("L3", Place.TEXT, 0, 4)), FindReplace.plain("that").in(document, Optional.empty()));
        assertEquals(List.of(new Match("L3", Place.TEXT, 0, 4)), new FindReplace("That", false, false, true, Set.of(Place.TEXT)).in(document, Optional.empty()));
        assertEquals(List.of(new Match("L2", Place.DIRECTION, 11, 15)), new FindReplace("that", false, true, false, Set.of(Place.DIRECTION)).in(document, Optional.empty()));
        assertEquals(List.of(), new FindReplace("tha", false, true, false, Set.of(Place.TEXT)).in(document, Optional.empty()));
        assertEquals(List.of("L3"), FindReplace.plain("that").in(document, Optional.of(List.of("L2", "L3"))).stream().map(Match::line).toList());
        assertEquals(4, FindReplace.plain("e").in(document, Optional.of(Set.of("L1", "L2"))).size());
        assertEquals(List.of(), FindReplace.plain("").in(document, Optional.empty()));
        assertEquals(List.of(), regex("x*").in(document, Optional.empty()));
    }

    /** A pass over all lines for each of them would take minutes here. */
    @Test
    void replacesInManyLines() {
        var many = LineEdits.insert(0, IntStream.range(0, 20_000).mapToObj(i -> Line.of("many" + i, 0, "line " + i)).toList()).change().apply(document);
        var all = FindReplace.plain("line").replaceAll(ALL, "row").change().apply(many);
        for (int i = 0; i < 20_000; i++) assertEquals("row " + i, all.lines().get(i).text());
    }

    @Test
    void replacesOneOrAllAsOneStep() {
        var find = FindReplace.plain("that");
        assertEquals("Did you see $1\\?", text(find.replace(find.in(document, Optional.empty()).getFirst(), "$1\\"), "L1"));
        assertEquals("That light.", text(find.replace(find.in(document, Optional.empty()).getFirst(), "this"), "L3"));
        var all = find.replaceAll(ALL, "this").change().apply(document);
        assertEquals("Did you see this?", all.line("L1").orElseThrow().text());
        assertEquals("this light.", all.line("L3").orElseThrow().text());
        assertEquals("looking at that", all.line("L2").orElseThrow().direction());
        assertEquals("Did YOU/you see that?", text(regex("(you)").replaceAll(ALL, "YOU/$1"), "L1"));
        assertEquals("Did <you> see that?", text(regex("(?<w>you)").replaceAll(ALL, "<${w}>"), "L1"));
        var gone = find.replace(new Match("L1", Place.TEXT, 3, 7), "x");
        assertEquals(document, gone.change().apply(document));
    }

    @Test
    void badExpressionsAreExplained() {
        assertThrows(Problem.class, () -> regex("(").in(document, Optional.empty()));
        assertThrows(Problem.class, () -> regex("a").replaceAll(ALL, "$1"));
        assertThrows(Problem.class, () -> regex("a").replaceAll(ALL, "x\\"));
        var long1 = TestEdits.text("Type", "L1", "a".repeat(5000) + "b").change().apply(document);
        assertThrows(Problem.class, () -> regex("(a|aa)+$").in(long1, Optional.empty()));
    }

    @Property(tries = 300)
    void neverAnythingButMatchesOrAProblem(@ForAll String what, @ForAll String with, @ForAll boolean isRegex, @ForAll long seed) {
        var d = Documents.random(new Random(seed));
        var find = new FindReplace(what, isRegex, seed % 2 == 0, seed % 3 == 0, Set.of(Place.values()));
        try {
            for (var m : find.in(d, Optional.empty())) {
                var line = d.line(m.line()).orElseThrow();
                assertTrue(m.to() <= (m.place() == Place.TEXT ? line.text() : line.direction()).length() && m.from() < m.to());
            }
            find.replaceAll(ALL, with).change().apply(d);
        } catch (Problem told) {
            assertTrue(isRegex);
        }
    }
}
