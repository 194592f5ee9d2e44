package studio.parley.ui.script.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.script.card.LineCard;

class ScriptViewTest extends ScriptBench {
    private static final String TWO = "Ann: One.\nBen: Two.";

    @Test
    void typingEnterAndUndoMakeADialogue() throws Exception {
        open(TWO, 0);
        clickWords(2);
        fx.type(" More");
        fx.key(KeyCode.ENTER);
        fx.type("Three.");
        fx.key(KeyCode.ENTER);
        fx.type("Four.");
        assertEquals("Ann: One.\nBen: Two. More\nAnn: Three.\nBen: Four.", script());
        for (int i = 0; i < 3; i++) fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("Ann: One.\nBen: Two. More\nAnn: ", script());
        fx.type("Other.");
        assertEquals("Ann: One.\nBen: Two. More\nAnn: Other.", script());
    }

    @Test
    void theFirstLineOfAnEmptyProject() throws Exception {
        open("", 0);
        fx.png("script-empty.png");
        fx.click("#first-line");
        fx.type("Hello");
        fx.key(KeyCode.ENTER);
        fx.key(KeyCode.ENTER);
        assertEquals("Speaker 1: Hello\nSpeaker 2: ", script());
    }

    @Test
    void splitAndMergeAtTheCaret() throws Exception {
        open("Ann: One two.\nBen: Three.", 0);
        clickAt(card(1).words, 1, 5);
        for (int i = 0; i < 4; i++) fx.key(KeyCode.RIGHT);
        fx.key(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("Ann: One\nAnn: two.\nBen: Three.", script());
        fx.type("X");
        assertEquals("Ann: One\nAnn: Xtwo.\nBen: Three.", script());
        fx.key(KeyCode.HOME);
        fx.key(KeyCode.BACK_SPACE);
        assertEquals("Ann: One Xtwo.\nBen: Three.", script());
        fx.type("-");
        assertEquals("Ann: One -Xtwo.\nBen: Three.", script());
        fx.key(KeyCode.END);
        fx.key(KeyCode.DELETE);
        assertEquals("Ann: One -Xtwo. Three.", script());
        fx.key(KeyCode.SHIFT, KeyCode.ENTER);
        fx.type("New");
        assertEquals("Ann: One -Xtwo.\nNew Three.", script().replace("\n ", "\n"));
    }

    @Test
    void arrowsWalkEnterTypesEscapeLeaves() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        clickAt(card(1), 30, 20);
        fx.key(KeyCode.DOWN);
        fx.key(KeyCode.DOWN);
        assertEquals(List.of("L3"), selected());
        fx.key(KeyCode.ENTER);
        fx.type("!");
        fx.key(KeyCode.ESCAPE);
        fx.key(KeyCode.UP);
        fx.key(KeyCode.SHIFT, KeyCode.DOWN);
        fx.key(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(List.of("L2", "L3", "L4"), selected());
        assertTrue(script().contains("there it is again.!"));
        fx.key(KeyCode.ALT, KeyCode.UP);
        assertEquals("Ben: See what?", script().split("\n")[0]);
        fx.key(KeyCode.CONTROL, KeyCode.Z);
        fx.key(KeyCode.DELETE);
        assertEquals(4, script().split("\n").length);
        assertEquals(List.of("L5"), selected());
    }

    @Test
    void caretWalksFromLineToLine() throws Exception {
        open(TWO, 0);
        clickAt(card(1).words, 1, 5);
        fx.key(KeyCode.DOWN);
        fx.type("a");
        fx.key(KeyCode.UP);
        fx.type("b");
        assertEquals("Ann: One.b\nBen: aTwo.", script());
    }

    @Test
    void clicksWithShiftAndControlSelectSeveral() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        clickAt(card(2), 30, 20);
        clickWith(card(4), 1, true, false);
        assertEquals(List.of("L2", "L3", "L4"), selected());
        clickWith(card(3), 1, false, true);
        assertEquals(List.of("L2", "L4"), selected());
        fx.key(KeyCode.CONTROL, KeyCode.D);
        assertEquals(9, script().split("\n").length);
        assertEquals("Ben: See what?", script().split("\n")[4]);
        fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(7, script().split("\n").length);
    }

    @Test
    void cutAndPasteAsScriptText() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        clickAt(card(2), 30, 20);
        fx.key(KeyCode.SHIFT, KeyCode.DOWN);
        fx.key(KeyCode.CONTROL, KeyCode.X);
        assertEquals("Ben: (whispering) See what?\nAnn: That light. Out past the rocks, there it is again.\n",
                Fx.call(() -> Clipboard.getSystemClipboard().getString()).replaceFirst("(?s)^@voice.*\n\n", ""));
        fx.key(KeyCode.END);
        clickAt(card(5), 30, 20);
        fx.key(KeyCode.CONTROL, KeyCode.V);
        var lines = script().split("\n");
        assertEquals(7, lines.length);
        assertEquals("Ben: See what?", lines[5]);
        assertEquals("whispering", Fx.call(() -> session.document().lines().get(5).direction()));
        assertEquals(3, Fx.call(() -> session.document().conversation().speakers().size()));
    }

    @Test
    void draggingACardMovesItInOneStep() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        clickAt(card(1), 30, 20);
        var from = Fx.call(() -> card(1).localToScreen(30, 20));
        var to = Fx.call(() -> card(3).localToScreen(30, card(3).getHeight() - 5));
        fx.drag(from, to);
        assertEquals("Ann: Did you see that?", script().split("\n")[2]);
        fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("Ann: Did you see that?", script().split("\n")[0]);
    }

    @Test
    void speakersByTabNumberAndName() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        clickWords(1);
        fx.key(KeyCode.TAB);
        assertEquals("Ben: Did you see that?", script().split("\n")[0]);
        fx.key(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertEquals("Cora: Did you see that?", script().split("\n")[0]);
        fx.key(KeyCode.ESCAPE);
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        fx.type("Do");
        fx.png("script-picker.png");
        fx.type("ra");
        fx.key(KeyCode.ENTER);
        assertEquals("Dora: Did you see that?", script().split("\n")[0]);
    }

    @Test
    void directionTimingAndPause() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        clickAt(card(2), 30, 20);
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        fx.type("softly");
        fx.key(KeyCode.ENTER);
        assertEquals("softly", Fx.call(() -> session.document().lines().get(1).direction()));
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        fx.type("350");
        fx.png("script-timing.png");
        fx.key(KeyCode.ENTER);
        assertEquals(new TimingRelation.After(350), Fx.call(() -> session.document().lines().get(1).relation()));
        Button timing = Fx.call(() -> card(4).head.timing);
        assertEquals("overlap 300 ms", timing.getText());
    }

    @Test
    void theEditorKeepsItsCaretThroughEditsElsewhere() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        clickAt(card(3).words, 1, 5);
        for (int i = 0; i < 4; i++) fx.key(KeyCode.RIGHT);
        Fx.run(() -> session.edit(LineEdits.insert(0, List.of(Line.of("X1", 0, "Before all.")))));
        Fx.run(() -> session.edit(LineEdits.remove(List.of("L1"))));
        Fx.settle();
        fx.type("y");
        assertTrue(script().contains("Thaty light."), script());
    }

    @Test
    void findAndReplace() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 5);
        clickAt(card(1), 30, 20);
        fx.key(KeyCode.CONTROL, KeyCode.H);
        fx.type("buoy");
        assertEquals("1 of 3", Fx.call(() -> fx.<javafx.scene.control.Label>find("#find-count").getText()));
        fx.png("script-find.png");
        fx.key(KeyCode.ENTER);
        assertEquals("2 of 3", Fx.call(() -> fx.<javafx.scene.control.Label>find("#find-count").getText()));
        fx.click("#replace-with");
        fx.type("boat");
        fx.key(KeyCode.ENTER);
        assertTrue(script().contains("It's just the buoy. It has always been the boat."), script());
        fx.click("#replace-all");
        assertTrue(script().contains("It's just the boat. It has always been the boat."), script());
        fx.key(KeyCode.ESCAPE);
        assertTrue(Fx.call(() -> card(5).isFocused() || card(4).isFocused()));
    }

    @Test
    void theKeyboardWalksIntoTheFirstLine() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 0);
        Fx.run(() -> studio.parley.ui.kit.Focus.first(view).orElseThrow().requestFocus());
        Fx.settle();
        assertEquals(List.of("L1"), selected());
        fx.key(KeyCode.CONTROL, KeyCode.END);
        assertEquals(List.of("L7"), selected());
    }

    /** Undo leaves the caret where the words changed, so that typing goes on there. */
    @Test
    void afterUndoTypingGoesOnWhereTheWordsChanged() throws Exception {
        open("Ann: One two three.\nBen: Two.", 0);
        clickAt(card(1).words, 1, 5);
        for (int i = 0; i < 3; i++) fx.key(KeyCode.RIGHT);
        fx.type("s");
        assertEquals("Ann: Ones two three.\nBen: Two.", script());
        fx.key(KeyCode.HOME);
        fx.key(KeyCode.CONTROL, KeyCode.Z);
        fx.type("X");
        assertEquals("Ann: OneX two three.\nBen: Two.", script());
    }

    /** The card that holds the editor is that of the edited line. */
    private void assertEditing(int number, String text) throws Exception {
        assertEquals(text, Fx.call(() -> view.typing().editor().getText()));
        assertEquals(card(number), Fx.call(() -> {
            Node node = view.typing().editor();
            while (!(node instanceof LineCard)) node = node.getParent();
            return node;
        }));
    }

    @Test
    void undoAndRedoOfASplitMoveTheEditorToTheRightCard() throws Exception {
        open("Ann: One two.\nBen: Three.", 0);
        clickAt(card(1).words, 1, 5);
        for (int i = 0; i < 4; i++) fx.key(KeyCode.RIGHT);
        fx.key(KeyCode.CONTROL, KeyCode.ENTER);
        assertEditing(2, "two.");
        for (int round = 0; round < 3; round++) {
            fx.key(KeyCode.CONTROL, KeyCode.Z);
            assertEditing(1, "One two.");
            fx.key(KeyCode.CONTROL, KeyCode.Y);
            assertEditing(2, "two.");
        }
        fx.key(KeyCode.HOME);
        fx.key(KeyCode.BACK_SPACE);
        assertEditing(1, "One two.");
        fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertEditing(2, "two.");
        fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertEditing(1, "One two.");
    }

    @Test
    void tabGoesFromFindToReplace() throws Exception {
        open("Ann: One.", 0);
        Fx.run(() -> view.find().open(true));
        fx.key(KeyCode.TAB);
        assertEquals("replace-with", Fx.call(() -> fx.stage.getScene().getFocusOwner().getId()));
    }
}
