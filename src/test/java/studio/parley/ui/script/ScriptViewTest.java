package studio.parley.ui.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Relation;
import studio.parley.studio.document.LineEdits;
import studio.parley.playback.MemoryOut;
import studio.parley.ui.Desks;
import studio.parley.ui.Fx;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Look;

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
        open(Desks.LIGHTHOUSE, 0);
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
        open(Desks.LIGHTHOUSE, 0);
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
        open(Desks.LIGHTHOUSE, 0);
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
        assertEquals("whispering", Fx.call(() -> desk.document().lines().get(5).direction()));
        assertEquals(3, Fx.call(() -> desk.document().conversation().speakers().size()));
    }

    @Test
    void draggingACardMovesItInOneStep() throws Exception {
        open(Desks.LIGHTHOUSE, 0);
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
        open(Desks.LIGHTHOUSE, 0);
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
        open(Desks.LIGHTHOUSE, 0);
        clickAt(card(2), 30, 20);
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        fx.type("softly");
        fx.key(KeyCode.ENTER);
        assertEquals("softly", Fx.call(() -> desk.document().lines().get(1).direction()));
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        fx.type("350");
        fx.png("script-timing.png");
        fx.key(KeyCode.ENTER);
        assertEquals(new Relation.After(350), Fx.call(() -> desk.document().lines().get(1).relation()));
        Button timing = Fx.call(() -> card(4).head.timing);
        assertEquals("overlap 300 ms", timing.getText());
    }

    @Test
    void theEditorKeepsItsCaretThroughEditsElsewhere() throws Exception {
        open(Desks.LIGHTHOUSE, 0);
        clickAt(card(3).words, 1, 5);
        for (int i = 0; i < 4; i++) fx.key(KeyCode.RIGHT);
        Fx.run(() -> desk.edit(LineEdits.insert(0, List.of(Line.of("X1", 0, "Before all.")))));
        Fx.run(() -> desk.edit(LineEdits.remove(List.of("L1"))));
        Fx.settle();
        fx.type("y");
        assertTrue(script().contains("Thaty light."), script());
    }

    @Test
    void findAndReplace() throws Exception {
        open(Desks.LIGHTHOUSE, 5);
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
    void aCardSaysAllOfItself() throws Exception {
        open(Desks.LIGHTHOUSE, 3);
        Fx.run(() -> desk.edit(LineEdits.text("Type", "L3", "That light!")));
        Fx.settle();
        assertEquals("Line 3, Ann, stale: text changed, 3.0 seconds, 1 take, That light!", Fx.call(() -> card(3).getAccessibleText()));
    }

    @Test
    void doubleClickPlaysFromTheLine() throws Exception {
        open(Desks.LIGHTHOUSE, 5);
        var began = new java.util.concurrent.atomic.AtomicReference<Double>();
        Fx.run(() -> desk.player().playingProperty().subscribe(on -> {
            if (on) began.compareAndSet(null, desk.player().position());
        }));
        clickWith(card(2), 2, false, false);
        Fx.until(() -> began.get() != null, 5000);
        double start = Fx.call(() -> desk.arrangementProperty().get().part("L2").orElseThrow().start() / (double) Desk.RATE);
        assertTrue(began.get() >= start - 0.01, began + " " + start);
        Fx.run(() -> desk.player().pause());
    }

    @Test
    void aThousandLinesAndTheEnd() throws Exception {
        var script = new StringBuilder();
        for (int i = 1; i <= 1000; i++) script.append(i % 2 == 0 ? "Ben" : "Ann").append(": This is line ").append(i).append(" of many.\n");
        open(script.toString(), 0);
        assertTrue(Fx.call(() -> view.flow().cards().size()) < 30);
        clickAt(card(1), 30, 20);
        Fx.run(() -> desk.select(List.of("L900"), Optional.of("L900")));
        Fx.settle();
        var card = card(900);
        assertTrue(Fx.call(() -> card.getBoundsInParent().getMinY() >= 0 && card.getBoundsInParent().getMaxY() <= view.flow().getHeight()));
        assertTrue(Fx.call(card::isFocused));
        fx.key(KeyCode.ENTER);
        fx.type(" Here");
        assertEquals("This is line 900 of many. Here", Fx.call(() -> desk.document().line("L900").orElseThrow().text()));
        fx.png("script-thousand.png");
    }

    @Test
    void theLineThatIsHeardIsMarkedAndInSight() throws Exception {
        var more = Desks.LIGHTHOUSE.replaceFirst("#.*\n", "");
        // A sound card that plays nothing yet: the playhead stands in the last line for as long as the test looks.
        open(Desks.LIGHTHOUSE + more + more, 21, MemoryOut.paced(Desk.RATE, 4800));
        var last = Fx.call(() -> desk.document().lines().getLast().id());
        Fx.run(() -> {
            desk.player().seek(desk.arrangementProperty().get().seconds(desk.arrangementProperty().get().part(last).orElseThrow().start()) + 0.05);
            desk.player().play();
        });
        Fx.until(() -> view.details().isHeard(last) && view.flow().card(last).isPresent(), 20_000);
        Fx.run(() -> desk.player().pause());
    }

    @Test
    void chipsLeaveOutAndPinAndPresetsReachFurther() throws Exception {
        open(Desks.LIGHTHOUSE, 5);
        clickAt(card(4), 30, 20);
        fx.click(".context-chip");
        var own = Fx.call(() -> desk.document().decoration("L4").listening());
        assertEquals(java.util.Set.of("L1"), own.excluded());
        fx.png("script-left-out.png");
        fx.click(".context-chip.left-out");
        assertEquals(java.util.Set.of(), Fx.call(() -> desk.document().decoration("L4").listening().excluded()));
        Fx.run(() -> view.getScene().lookup(".context-chip").requestFocus());
        fx.key(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals(java.util.Set.of("L1"), Fx.call(() -> desk.document().decoration("L4").listening().pinned()));
        javafx.scene.control.MenuButton preset = fx.find("#context-preset");
        Fx.run(() -> preset.getItems().getFirst().fire());
        assertEquals(Optional.of(studio.parley.studio.document.Listening.Preset.REFERENCES), Fx.call(() -> desk.document().decoration("L4").listening().preset()));
    }

    @Test
    void theKeyboardWalksIntoTheFirstLine() throws Exception {
        open(Desks.LIGHTHOUSE, 0);
        Fx.run(() -> studio.parley.ui.kit.Focus.first(view).orElseThrow().requestFocus());
        Fx.settle();
        assertEquals(List.of("L1"), selected());
        fx.key(KeyCode.CONTROL, KeyCode.END);
        assertEquals(List.of("L7"), selected());
    }

    @Test
    void theBudgetIsShownOnceTheModelIsThere() throws Exception {
        open(Desks.LIGHTHOUSE, 5);
        clickAt(card(4), 30, 20);
        Fx.run(() -> desk.speech().load());
        Fx.until(() -> view.getScene().getRoot().lookup(".budget-meter").isVisible(), 60_000);
        fx.png("script-budget.png");
    }

    @Test
    void looksRight() throws Exception {
        open(Desks.LIGHTHOUSE, 5);
        Fx.run(() -> {
            Desks.arrive(desk, desk.document().line("L1").orElseThrow());
            Desks.arrive(desk, desk.document().line("L3").orElseThrow());
            desk.refresh();
            desk.edit(LineEdits.text("Type", "L5", "Buoys don't move, my dear Cora."));
            desk.select(List.of("L3"), Optional.of("L3"));
        });
        var l3 = desk.document().line("L3").orElseThrow().sounding().orElseThrow().clip();
        Fx.until(() -> desk.waveforms().peaks(l3, 1).isPresent(), 5000);
        for (var scheme : new Look.Scheme[] {Look.Scheme.LIGHT, Look.Scheme.DARK}) {
            Fx.run(() -> desk.tools().look().choose(scheme));
            fx.png("script-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
        }
        Fx.run(() -> {
            desk.tools().look().textPercent(200);
            desk.tools().look().dress(view.getScene());
        });
        fx.png("script-200.png");
        clickWords(3);
        Fx.run(() -> {
            desk.tools().look().textPercent(100);
            desk.tools().look().dress(view.getScene());
        });
        fx.png("script-typing.png");
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

    @Test
    void tabGoesFromFindToReplace() throws Exception {
        open("Ann: One.", 0);
        Fx.run(() -> view.find().open(true));
        fx.key(KeyCode.TAB);
        assertEquals("replace-with", Fx.call(() -> fx.stage.getScene().getFocusOwner().getId()));
    }
}
