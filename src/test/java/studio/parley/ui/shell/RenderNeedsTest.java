package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Notices;

/** What counts as work in the window: what is missing or red; amber is said in one line, and what is locked or empty not at all. */
class RenderNeedsTest {
    @TempDir
    Path home;

    private static String id(Shell s, int index) {
        return s.session().document().lines().get(index).id();
    }

    private static String text(Shell s, String selector) throws Exception {
        return Fx.call(() -> ((Labeled) s.fx.stage.getScene().getRoot().lookup(selector)).getText());
    }

    private static Node node(Shell s, String selector) {
        return s.fx.stage.getScene().getRoot().lookup(selector);
    }

    /** Fresh with the model that is loaded, each line having heard those before it. */
    private Shell accepted(int lines) throws Exception {
        var s = Shell.lighthouse(home, lines);
        Fx.until(() -> s.session().speech().model().isPresent(), 120_000);
        for (int i = 0; i < lines; i++) {
            int at = i;
            Fx.run(() -> {
                SessionFixture.arrive(s.session(), s.session().document().lines().get(at));
                s.session().refresh();
            });
        }
        Fx.settle();
        return s;
    }

    @Test
    void amberIsOneLineOfWordsAndNoWork() throws Exception {
        try (var s = accepted(5)) {
            int all = Fx.call(() -> s.session().document().lines().size());
            assertEquals(all - 5, Fx.call(() -> s.session().needs().needed().size()));
            assertFalse(Fx.call(() -> node(s, "#affected").isVisible()));
            assertEquals((all - 5) + " lines to render", text(s, "#queue-line"), "as many as the button says");
            Fx.run(() -> {
                SessionFixture.arrive(s.session(), s.session().document().lines().getFirst());
                s.session().refresh();
            });
            Fx.settle();
            assertEquals(all - 5, Fx.call(() -> s.session().needs().needed().size()), "good takes are no work");
            assertTrue(text(s, "#affected .label").startsWith("4 lines were rendered from takes that have changed since."), text(s, "#affected .label"));
            var reasons = Fx.call(() -> s.fx.stage.getScene().getRoot().lookupAll(".stale-reason").stream().filter(Node::isVisible).map(n -> ((Labeled) n).getText()).toList());
            assertEquals(List.of(), reasons, "the dot says it");
            s.fx.png("amber-light.png");
            Fx.run(() -> ((MenuButton) node(s, "#render-more")).show());
            Fx.settle();
            var items = Fx.call(() -> ((MenuButton) node(s, "#render-more")).getItems().stream().map(i -> i.getText()).toList());
            assertEquals("Also the 4 lines whose context has changed", items.get(0));
            assertEquals("Accept all 4 amber lines as they are", items.get(1));
            Fx.run(() -> ((MenuButton) node(s, "#render-more")).hide());
            Fx.run(() -> ((Button) node(s, "#affected #takes-acceptAll")).fire());
            Fx.settle();
            assertFalse(Fx.call(() -> node(s, "#affected").isVisible()));
            assertTrue(Fx.call(() -> s.session().needs().affected().isEmpty()));
        }
    }

    @Test
    void lockedLinesAreNotCountedAndEmptyOnesAreNotRendered() throws Exception {
        try (var s = accepted(5)) {
            int open = Fx.call(() -> s.session().needs().needed().size());
            Fx.run(() -> s.session().edit(TestEdits.text("Type", id(s, 1), "See whom, Ann?")));
            Fx.settle();
            assertTrue(text(s, "#render").startsWith("Render " + (open + 1)), text(s, "#render"));
            Fx.run(() -> s.session().edit(TakeEdits.lock(List.of(id(s, 1)), true)));
            Fx.settle();
            assertTrue(text(s, "#render").startsWith("Render " + open), text(s, "#render"));
            Fx.run(() -> s.session().edit(LineEdits.remove(s.session().document().lines().stream().skip(1).map(l -> l.id()).toList())));
            Fx.run(() -> s.session().edit(TestEdits.text("Type", id(s, 0), "")));
            Fx.settle();
            assertTrue(Fx.call(() -> node(s, "#render").isDisabled()));
            var said = Fx.call(() -> s.fx.stage.getScene().getRoot().lookupAll(".label").stream().map(n -> ((Labeled) n).getText()).toList());
            assertFalse(said.contains("All lines are rendered"), said.toString());
        }
    }

    @Test
    void nothingIsRedWhileTheModelLoads() throws Exception {
        try (var s = new Shell(home)) {
            var red = new ArrayList<Staleness>();
            var seen = new ArrayList<Staleness>();
            Fx.run(() -> {
                var made = SessionFixture.of(home, SessionFixture.LIGHTHOUSE, 3);
                made.close();
                s.window.open(home.resolve("test.parley"));
            });
            Fx.until(() -> s.window.session().isPresent(), 10_000);
            Fx.run(() -> s.session().stalenessProperty().subscribe(all -> {
                if (s.session().speech().model().isPresent()) return;
                all.values().forEach(v -> (v instanceof Staleness.Own ? red : seen).add(v));
            }));
            Fx.until(() -> s.session().speech().model().isPresent(), 120_000);
            assertEquals(List.of(), red);
        }
    }

    @Test
    void everythingHasAnExpectedLengthBeforeItIsRendered() throws Exception {
        try (var s = Shell.lighthouse(home, 0)) {
            assertTrue(text(s, "#length").startsWith("/ ≈ 0:"), text(s, "#length"));
            var seconds = Fx.call(() -> s.fx.stage.getScene().getRoot().lookupAll(".line-seconds").stream().map(n -> ((Labeled) n).getText()).filter(t -> !t.isEmpty()).toList());
            assertFalse(seconds.isEmpty());
            assertTrue(seconds.stream().allMatch(t -> t.startsWith("≈ ")), seconds.toString());
            assertFalse(Fx.call(() -> node(s, "#timeline-empty").isVisible()), "placeholders are there");
            s.fx.png("expected-light.png");
            var wanted = Fx.call(() -> s.session().expected().places().size());
            assertEquals(Fx.call(() -> s.session().document().lines().size()), wanted);
            assertEquals(Optional.empty(), Fx.call(() -> s.session().expected().isKnown() ? Optional.of(1) : Optional.empty()));
            // Line by line, as takes arrive: the total follows each, and the last makes it exact.
            for (var line : Fx.call(() -> List.copyOf(s.session().document().lines()))) Fx.run(() -> {
                SessionFixture.arrive(s.session(), line);
                s.session().refresh();
            });
            Fx.settle();
            assertEquals("/ " + studio.parley.audio.pcm.TimeFormat.clock(Fx.call(() -> s.session().player().length()), 1), text(s, "#length"));
        }
    }

    @Test
    void whatIsQueuedAlreadyIsNotCountedAgain() throws Exception {
        try (var s = accepted(5)) {
            s.command("render.pause");
            Fx.run(() -> s.session().speech().render(List.of(id(s, 5)), 1));
            Fx.until(() -> s.session().speech().statuses().size() == 1, 10_000);
            Fx.settle();
            assertTrue(text(s, "#render").startsWith("Render 1"), text(s, "#render"));
            s.command("render.stale");
            Fx.until(() -> s.session().speech().statuses().size() == 2, 10_000);
            Fx.settle();
            assertTrue(Fx.call(() -> node(s, "#render").isDisabled()), "nothing is left to ask for");
            s.command("render.cancel");
            Fx.until(() -> !node(s, "#render").isDisabled(), 10_000);
            assertTrue(text(s, "#render").startsWith("Render 2"), text(s, "#render"));
        }
    }

    @Test
    void whyLinesFailedIsSaidOnceAndGoesWhenTheyAreRendered() throws Exception {
        try (var s = accepted(5)) {
            Fx.run(() -> {
                for (int i = 5; i < 7; i++) s.session().edit(TestEdits.text("Type", id(s, i), "word ".repeat(4000)));
                s.session().speech().renderNeeded();
            });
            Fx.until(() -> s.session().speech().jobs().size() == 2 && s.session().speech().jobs().stream().allMatch(j -> j.status().hasFailed()), 60_000);
            Fx.settle();
            var errors = Fx.call(() -> s.services.notices().standing().stream().filter(n -> n.weight() == Notices.Weight.ERROR).toList());
            assertFalse(errors.isEmpty());
            assertTrue(errors.getFirst().remedy().isPresent());
            Fx.run(() -> {
                for (int i = 5; i < 7; i++) s.session().edit(TestEdits.text("Type", id(s, i), "Oh no."));
                errors.getFirst().remedy().get().action().run();
            });
            Fx.until(() -> s.session().speech().jobs().isEmpty(), 60_000);
            Fx.settle();
            assertEquals(List.of(), Fx.call(() -> s.services.notices().standing().stream().filter(n -> n.weight() == Notices.Weight.ERROR).toList()));
        }
    }
}
