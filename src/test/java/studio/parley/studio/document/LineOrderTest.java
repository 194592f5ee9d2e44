package studio.parley.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ScriptEdits;
import studio.parley.studio.document.model.Document;

/** Edits of three lines: L1 and L3 of speaker 0, L2 of speaker 3. */
class LineOrderTest {
    private final Document before = Documents.lighthouse();

    private static String lines(Document d) {
        return d.lines().stream().map(l -> l.id() + l.speaker() + " " + l.text()).collect(Collectors.joining("|"));
    }

    private Document after(Edit edit) {
        return edit.change().apply(before);
    }

    private void becomes(String expected, Edit edit) {
        assertEquals(expected, lines(after(edit)), edit.label());
    }

    private void nothing(Edit edit) {
        assertEquals(before, after(edit), edit.label());
    }

    @Test
    void linesAreInsertedWhereverThatIs() {
        var more = List.of(Line.of("X", 3, "New."));
        becomes("X3 New.|L10 Did you see that?|L23 See what?|L30 That light.", LineEdits.insert(-5, more));
        becomes("L10 Did you see that?|X3 New.|L23 See what?|L30 That light.", LineEdits.insert(1, more));
        becomes("L10 Did you see that?|L23 See what?|L30 That light.|X3 New.", LineEdits.insert(99, more));
        assertEquals("Add line", LineEdits.insert(0, more).label());
        assertEquals("Add 2 lines", LineEdits.insert(0, List.of(more.getFirst(), Line.of("Y", 0, ""))).label());
    }

    @Test
    void linesMoveInTheirOrderToAGapCountedBefore() {
        becomes("L23 See what?|L10 Did you see that?|L30 That light.", LineEdits.move(List.of("L1"), 2));
        becomes("L23 See what?|L30 That light.|L10 Did you see that?", LineEdits.move(List.of("L1"), 3));
        becomes("L30 That light.|L10 Did you see that?|L23 See what?", LineEdits.move(List.of("L3"), 0));
        becomes("L23 See what?|L10 Did you see that?|L30 That light.", LineEdits.move(List.of("L3", "L1"), 99));
        becomes("L10 Did you see that?|L30 That light.|L23 See what?", LineEdits.move(List.of("L3", "L1"), -1));
        nothing(LineEdits.move(List.of("L1"), 0));
        nothing(LineEdits.move(List.of("L1"), 1));
        nothing(LineEdits.move(List.of("none"), 2));
        assertEquals("Move line", LineEdits.move(List.of("L1"), 0).label());
        assertEquals("Move 2 lines", LineEdits.move(List.of("L1", "L2"), 0).label());
    }

    @Test
    void theSecondHalfOfASplitLineGoesOnWithoutAPause() {
        becomes("L10 Did you|X0 see that?|L23 See what?|L30 That light.", LineEdits.split("L1", 7, "X"));
        assertEquals(new TimingRelation.After(0), after(LineEdits.split("L1", 7, "X")).line("X").orElseThrow().relation());
        becomes("L10 Did you see that?|L23 See what?|L30 That light.|X0 ", LineEdits.split("L3", 99, "X"));
        becomes("L10 Did you see that?|L23 See what?|L30 |X0 That light.", LineEdits.split("L3", 0, "X"));
        nothing(LineEdits.split("none", 2, "X"));
    }

    @Test
    void aLineIsMergedWithTheNextOfWhomever() {
        becomes("L10 Did you see that? See what?|L30 That light.", LineEdits.merge("L1"));
        becomes("L10 Did you see that?|L23 See what? That light.", LineEdits.merge("L2"));
        nothing(LineEdits.merge("L3"));
        nothing(LineEdits.merge("none"));
    }

    @Test
    void freshIdsAreThoseNobodyHas() {
        assertEquals("L4", ScriptEdits.freshIds(before, 1).getFirst());
        assertEquals("L3", ScriptEdits.freshIds(after(LineEdits.remove(List.of("L3"))), 1).getFirst());
        assertEquals("L5", ScriptEdits.freshIds(LineEdits.remove(List.of("L2", "L3")).change().apply(after(LineEdits.insert(3, List.of(Line.of("L4", 0, ""),
                Line.of("L6", 0, ""))))), 1).getFirst());
    }

    @Test
    void onlyTheLinesMeantChange() {
        becomes("L13 Did you see that?|L23 See what?|L33 That light.", LineEdits.speaker(List.of("L1", "L3"), 3));
        var paused = after(LineEdits.pause("L2", 700));
        assertEquals(700, paused.line("L2").orElseThrow().pauseMillis());
        assertSame(before.lines().getFirst(), paused.lines().getFirst());
        becomes("L10 Did you see that?", LineEdits.remove(List.of("L2", "L3")));
    }
}
