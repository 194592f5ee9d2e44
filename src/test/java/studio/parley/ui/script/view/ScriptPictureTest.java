package studio.parley.ui.script.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.session.ProjectSession;

/** What the script shows of its lines, and how it follows what is heard. */
class ScriptPictureTest extends ScriptBench {
    @Test
    void aCardSaysAllOfItself() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 3);
        Fx.run(() -> session.edit(TestEdits.text("Type", "L3", "That light!")));
        Fx.settle();
        assertEquals("Line 3, Ann, out of date: text changed, 3.0 seconds, 1 take, That light!", Fx.call(() -> card(3).getAccessibleText()));
    }

    @Test
    void doubleClickPlaysFromTheLine() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 5);
        var began = new java.util.concurrent.atomic.AtomicReference<Double>();
        Fx.run(() -> session.player().playingProperty().subscribe(on -> {
            if (on) began.compareAndSet(null, session.player().position());
        }));
        clickWith(card(2), 2, false, false);
        Fx.until(() -> began.get() != null, 5000);
        double start = Fx.call(() -> session.arrangement().part("L2").orElseThrow().start() / (double) ProjectSession.RATE);
        assertTrue(began.get() >= start - 0.01, began + " " + start);
        Fx.run(() -> session.player().pause());
    }

    @Test
    void aThousandLinesAndTheEnd() throws Exception {
        var script = new StringBuilder();
        for (int i = 1; i <= 1000; i++) script.append(i % 2 == 0 ? "Ben" : "Ann").append(": This is line ").append(i).append(" of many.\n");
        open(script.toString(), 0);
        assertTrue(Fx.call(() -> view.flow().cards().size()) < 30);
        clickAt(card(1), 30, 20);
        Fx.run(() -> session.select(List.of("L900"), Optional.of("L900")));
        Fx.settle();
        var card = card(900);
        assertTrue(Fx.call(() -> card.getBoundsInParent().getMinY() >= 0 && card.getBoundsInParent().getMaxY() <= view.flow().getHeight()));
        assertTrue(Fx.call(card::isFocused));
        fx.key(KeyCode.ENTER);
        fx.type(" Here");
        assertEquals("This is line 900 of many. Here", Fx.call(() -> session.document().line("L900").orElseThrow().text()));
        fx.png("script-thousand.png");
    }

    @Test
    void theLineThatIsHeardIsMarkedAndInSight() throws Exception {
        var more = SessionFixture.LIGHTHOUSE.replaceFirst("#.*\n", "");
        // A sound card that plays nothing yet: the playhead stands in the last line for as long as the test looks.
        open(SessionFixture.LIGHTHOUSE + more + more, 21, MemoryOut.paced(ProjectSession.RATE, 4800));
        var last = Fx.call(() -> session.document().lines().getLast().id());
        Fx.run(() -> {
            session.player().seek(session.arrangement().seconds(session.arrangement().part(last).orElseThrow().start()) + 0.05);
            session.player().play();
        });
        Fx.until(() -> view.details().isHeard(last) && view.flow().card(last).isPresent(), 20_000);
        Fx.run(() -> session.player().pause());
    }

    @Test
    void chipsLeaveOutAndPinAndPresetsReachFurther() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 5);
        clickAt(card(1), 30, 20);
        assertTrue(Fx.call(() -> view.getScene().getRoot().lookupAll(".context-strip .label").stream()
                .anyMatch(n -> ((javafx.scene.control.Labeled) n).getText().startsWith("none: "))), "the first line hears nothing, and says so");
        clickAt(card(4), 30, 20);
        fx.click(".context-chip");
        var own = Fx.call(() -> session.document().decoration("L4").listening());
        assertEquals(java.util.Set.of("L1"), own.excluded());
        fx.png("script-left-out.png");
        assertEquals(List.of("L1", "L2", "L3"), lineChips(), "what is left out stays in its place");
        assertTrue(Fx.call(() -> view.getScene().getFocusOwner().getStyleClass().contains("left-out")), "the keyboard stays on it");
        var words = (Text) Fx.call(() -> view.getScene().lookup(".context-chip.left-out .text"));
        assertTrue(Fx.call(words::isStrikethrough));
        fx.click(".context-chip.left-out");
        assertEquals(List.of("L1", "L2", "L3"), lineChips());
        assertEquals(java.util.Set.of(), Fx.call(() -> session.document().decoration("L4").listening().excluded()));
        Fx.run(() -> view.getScene().lookup(".context-chip").requestFocus());
        fx.key(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals(java.util.Set.of("L1"), Fx.call(() -> session.document().decoration("L4").listening().pinned()));
        javafx.scene.control.MenuButton preset = fx.find("#context-preset");
        Fx.run(() -> preset.getItems().getFirst().fire());
        assertEquals(Optional.of(studio.parley.studio.document.model.ContextSelection.Preset.REFERENCES), Fx.call(() -> session.document().decoration("L4").listening().preset()));
    }

    /** The lines of the chips, by their numbers. */
    private List<String> lineChips() throws Exception {
        return Fx.call(() -> view.getScene().getRoot().lookupAll(".context-chip").stream().map(n -> ((javafx.scene.control.Labeled) n).getText())
                .filter(t -> t.matches("[0-9]+")).map(t -> "L" + t).toList());
    }

    @Test
    void theBudgetIsShownOnceTheModelIsThere() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 5);
        clickAt(card(4), 30, 20);
        Fx.run(() -> session.speech().load());
        Fx.until(() -> view.getScene().getRoot().lookup(".budget-meter").isVisible(), 60_000);
        fx.png("script-budget.png");
    }

    /** At 200 % what belongs to the current card goes into a second row below its name, from some width on. */
    @Test
    void theHeadOfACardHasRoomForItsRowsAtEveryWidth() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 5);
        Fx.run(() -> {
            session.services().theme().textPercent(200);
            session.services().theme().dress(view.getScene());
            session.select(List.of("L1"), Optional.of("L1"));
        });
        for (int width = 460; width < 900; width += 4) {
            double now = width;
            Fx.run(() -> view.setMaxWidth(now));
            Fx.settle();
            Fx.run(this::assertRoom);
        }
    }

    private void assertRoom() {
        for (var entry : view.flow().cards()) {
            var card = entry.getValue();
            if (!card.isVisible()) continue;
            assertEquals(card.prefHeight(card.getWidth()), card.getHeight(), 1, entry.getKey());
            var head = (Region) card.lookup(".card-head");
            for (var part : head.getChildrenUnmodifiable()) {
                if (part.isManaged()) assertTrue(part.getBoundsInParent().getMaxY() <= head.getHeight() + 1, entry.getKey() + " at " + view.getWidth() + ": " + part);
            }
        }
    }

    @Test
    void looksRight() throws Exception {
        open(SessionFixture.LIGHTHOUSE, 5);
        Fx.run(() -> {
            SessionFixture.arrive(session, session.document().line("L1").orElseThrow());
            SessionFixture.arrive(session, session.document().line("L3").orElseThrow());
            session.refresh();
            session.edit(TestEdits.text("Type", "L5", "Buoys don't move, my dear Cora."));
            session.select(List.of("L3"), Optional.of("L3"));
        });
        var l3 = session.document().line("L3").orElseThrow().sounding().orElseThrow().clip();
        Fx.until(() -> session.waveforms().peaks(l3, 1).isPresent(), 5000);
        for (var scheme : new Theme.Scheme[] {Theme.Scheme.LIGHT, Theme.Scheme.DARK}) {
            Fx.run(() -> session.services().theme().choose(scheme));
            fx.png("script-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
        }
        Fx.run(() -> {
            session.services().theme().textPercent(200);
            session.services().theme().dress(view.getScene());
        });
        fx.png("script-200.png");
        clickWords(3);
        Fx.run(() -> {
            session.services().theme().textPercent(100);
            session.services().theme().dress(view.getScene());
        });
        fx.png("script-typing.png");
    }
}
