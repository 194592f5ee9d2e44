package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.model.Document;

class ClipRelationsTest {
    private static Document document() {
        return Clips.of(1000, 1010, 1020, 1030, 1040);
    }

    private static String id(Document d, int index) {
        return d.lines().get(index).id();
    }

    @Property(tries = 200)
    void theNumberTypedIsTheNumberShown(@ForAll @IntRange(min = -900, max = 5000) int millis, @ForAll Ripple ripple,
                                        @ForAll @IntRange(min = 1, max = 4) int index) {
        var d = document();
        var after = ClipRelations.number(id(d, index), millis, ripple).change().apply(d);
        assertEquals(millis, ClipRelations.number(after.lines().get(index)));
        var before = LineTimes.of(d);
        var now = LineTimes.of(after);
        for (var span : before.spans()) {
            boolean kept = span.index() < index || ripple == Ripple.OFF && span.index() > index;
            if (kept) assertEquals(span.start(), now.of(span.line()).orElseThrow().start(), span.line() + " " + ripple);
        }
    }

    @Property(tries = 100)
    void anotherKindLeavesAClipWhereItIsIfItCan(@ForAll @IntRange(min = 1, max = 4) int index, @ForAll ClipRelations.Kind kind) {
        var d = document();
        var after = ClipRelations.kind(id(d, index), kind, Ripple.ALL).change().apply(d);
        assertEquals(kind, ClipRelations.kind(after.lines().get(index)));
        boolean can = kind == ClipRelations.Kind.AFTER || kind == ClipRelations.Kind.PINNED;
        if (can) assertEquals(LineTimes.of(d).spans(), LineTimes.of(after).spans());
    }

    @Test
    void aCopyFollowsTheOriginalWithAllItHas() {
        var d = document();
        var after = ClipCopies.duplicate(List.of(id(d, 1), id(d, 3))).change().apply(d);
        assertEquals(7, after.lines().size());
        assertEquals(List.of(after.lines().get(2).id(), after.lines().get(5).id()), List.copyOf(ClipCopies.added(d, after)));
        assertEquals(d.lines().get(1).takes(), after.lines().get(2).takes());
        assertTrue(after.lines().get(2).relation() instanceof TimingRelation.After);
    }

    /** A pass over all lines for each of them would take minutes here. */
    @Test
    void manyAreCopied() {
        var many = LineEdits.insert(0, IntStream.range(0, 20_000).mapToObj(i -> Line.of("many" + i, 0, "line " + i)).toList()).change().apply(document());
        var after = ClipCopies.duplicate(many.lines().stream().map(Line::id).toList()).change().apply(many);
        assertEquals(2 * many.lines().size(), after.lines().size());
        for (int i = 0; i < many.lines().size(); i++) assertEquals(many.lines().get(i).text(), after.lines().get(2 * i + 1).text());
    }
}
