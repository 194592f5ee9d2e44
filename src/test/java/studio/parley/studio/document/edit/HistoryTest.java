package studio.parley.studio.document.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.model.ContextSelection.Preset;
import studio.parley.studio.document.model.Marker;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.document.model.Selection;

class HistoryTest {
    @Property(tries = 100)
    void undoAndRedoWalkThroughEveryStateExactly(@ForAll long seed) {
        var r = new Random(seed);
        var history = new History(Documents.random(r));
        var states = new ArrayList<>(List.of(history.now()));
        for (int i = 0; i < 30; i++) {
            if (history.apply(Documents.edit(r, history.now()), i * 5000L) == History.Outcome.STEP) states.add(history.now());
        }
        for (int i = states.size() - 2; i >= 0; i--) {
            assertTrue(history.undo());
            assertEquals(states.get(i), history.now());
        }
        assertFalse(history.undo());
        for (int i = 1; i < states.size(); i++) {
            assertTrue(history.redo());
            assertEquals(states.get(i), history.now());
        }
        assertFalse(history.redo());
    }

    @Test
    void typingIsOneStepForEachWordAndPause() {
        var history = new History(Documents.lighthouse());
        long at = 0;
        for (var text : List.of("S", "Se", "See", "See ", "See t", "See th")) history.apply(LineEdits.type("L2", text), at += 100);
        assertEquals(2, history.past().size());
        history.apply(LineEdits.type("L2", "See tho"), at + 2000);
        assertEquals(3, history.past().size());
        history.undo();
        assertEquals("See th", history.now().line("L2").orElseThrow().text());
        history.undo();
        assertEquals("See", history.now().line("L2").orElseThrow().text());
        history.undo();
        assertEquals("See what?", history.now().line("L2").orElseThrow().text());
    }

    @Test
    void selectionComesBackWithItsStep() {
        var history = new History(Documents.lighthouse());
        history.select(Selection.of("L1"));
        history.apply(LineEdits.remove(List.of("L1")), 0);
        history.select(Selection.of("L2"));
        history.undo();
        assertEquals(Selection.of("L1"), history.selection());
        history.redo();
        assertEquals(Selection.of("L2"), history.selection());
        assertEquals(Optional.of("Delete line, line 1: “Did you see that?”"), history.undoLabel());
    }

    @Test
    void aStepSaysWhatItChanged() {
        var history = new History(Documents.lighthouse());
        history.apply(LineEdits.type("L2", "See who"), 0);
        history.apply(LineEdits.type("L2", "See whom"), 10);
        assertEquals(Optional.of("Type, line 2: “See whom”"), history.undoLabel(), "joined steps say the last words");
        history.undo();
        assertEquals(Optional.of("Type, line 2: “See whom”"), history.redoLabel());
        history.apply(ProjectEdits.gain(3, -2), 5000);
        assertTrue(history.undoLabel().orElseThrow().startsWith("Gain, "), history.undoLabel().orElseThrow());
        history.apply(LineEdits.remove(List.of("L1", "L2")), 9000);
        assertEquals(Optional.of("Delete 2 lines"), history.undoLabel());
    }

    @Test
    void anArrivingTakeIsNoStepAndSurvivesUndo() {
        var history = new History(Documents.lighthouse());
        history.apply(TestEdits.text("Paste", "L1", "Other words."), 0);
        history.rebase(new TakeAdded("L2", Documents.take("T1", "a"), Optional.empty())::into);
        assertEquals(1, history.past().size());
        history.undo();
        assertEquals(1, history.now().line("L2").orElseThrow().takes().size());
        history.redo();
        assertEquals(1, history.now().line("L2").orElseThrow().takes().size());
    }

    @Test
    void dirtyComparesValues() {
        var history = new History(Documents.lighthouse());
        assertFalse(history.isDirty());
        history.apply(ProjectEdits.title("Other"), 0);
        assertTrue(history.isDirty());
        history.apply(ProjectEdits.title("The Lighthouse"), 9000);
        assertFalse(history.isDirty());
    }

    @Test
    void theOldestStepsFallOffTheFarEnd() {
        var history = new History(Documents.lighthouse());
        for (int i = 1; i <= History.DEPTH + 5; i++) history.apply(ProjectEdits.title("" + i), i * 5000L);
        assertEquals(History.DEPTH, history.past().size());
        int undone = 0;
        while (history.undo()) undone++;
        assertEquals(History.DEPTH, undone);
        assertEquals("5", history.now().conversation().title());
        while (history.redo()) undone--;
        assertEquals(0, undone);
        assertEquals("" + (History.DEPTH + 5), history.now().conversation().title());
    }

    @Test
    void aStepOfAnyKindSaysWhatItChanged() {
        var history = new History(Documents.lighthouse());
        var said = new java.util.ArrayList<String>();
        for (var edit : List.of(TakeEdits.lock(List.of("L1", "L3"), true), TakeEdits.gain(List.of("L2"), 3), ProjectEdits.title("The Storm"),
                ProjectEdits.duck(-12), ProjectEdits.mute(3, true), TestEdits.markers("Add marker", List.of(new Marker("M", 5, "Scene two"))),
                LineEdits.remove(List.of("L2")), ProjectEdits.removeSpeaker(3), ProjectEdits.addSpeaker(studio.parley.dialogue.Speaker.named(7, "Cora")))) {
            history.apply(edit, 0);
            said.add(history.undoLabel().orElseThrow());
        }
        assertEquals(List.of("Lock, 2 lines", "Gain, line 2: “See what?”", "Title: The Storm", "Ducking: -12.0 dB", "Mute, Ben", "Add marker, “Scene two”",
                "Delete line, line 2: “See what?”", "Remove speaker, Ben", "Add Cora"), said);
    }

    /** The choices are called as in the window. */
    @Test
    void aStepNamesTheSettingAsTheWindowDoes() {
        var history = new History(Documents.lighthouse());
        var said = new java.util.ArrayList<String>();
        var settings = ProjectSettings.FRESH;
        for (var preset : List.of(Preset.REFERENCES, Preset.SCENE, Preset.CONVERSATION)) {
            settings = settings.with(preset);
            history.apply(ProjectEdits.settings("Context", settings), 10_000L * said.size());
            said.add(history.undoLabel().orElseThrow());
        }
        history.apply(ProjectEdits.settings("Retries", settings.withWordRetries(3)), 0);
        said.add(history.undoLabel().orElseThrow());
        assertEquals(List.of("Context: reference clips only", "Context: scene", "Context: whole conversation", "Retries: 3"), said);
    }
}
