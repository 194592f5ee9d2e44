package studio.parley.ui.voices.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.timing.Collisions;
import studio.parley.studio.timing.LineTimes;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.voices.SideScene;

class ChecksTest {
    @TempDir
    Path home;

    private static String focused(SideScene s) {
        return s.session.focusedLine().map(l -> l.text()).orElse("");
    }

    @Test
    void linesWithReasonsAreListedAndVisited() throws Exception {
        try (var s = new SideScene(home, 5)) {
            Fx.run(() -> {
                var lines = s.session.document().lines();
                SessionFixture.arrive(s.session, lines.get(2));
                s.session.refresh();
                var old = lines.get(1).takes().getFirst();
                var bad = new Take("T", old.clip(), old.recipe(), old.samples(), old.rate(), List.of("no end of speech: cut off at 4.0 s"));
                s.session.project().arrive(new TakeAdded(lines.get(0).id(), bad, Optional.empty()));
                s.session.refresh();
                s.session.edit(TestEdits.text("Type", lines.get(1).id(), "See whom?"));
                s.session.edit(TakeEdits.flag(List.of(lines.get(4).id()), true));
            });
            var tab = (Labeled) s.fx.find("#tab-checks");
            Fx.until(() -> tab.getText().equals("Checks 3"), 5000);
            s.fx.click("#tab-checks");
            assertEquals("Retake the 2 flagged lines, keep the best", ((Labeled) s.fx.find("#retake-flagged")).getText());
            var words = Fx.call(() -> s.side.lookupAll("#checks .label").stream().map(n -> ((Labeled) n).getText()).collect(Collectors.joining("|")));
            for (var wanted : List.of("no end of speech: cut off at 4.0 s", "changed since its take: text", "flagged")) {
                assertTrue(words.contains(wanted), wanted + " in " + words);
            }
            assertFalse(words.contains("new take"), "amber is no task: " + words);
            Fx.run(() -> ((ListView<?>) s.side.lookup("#checks")).getSelectionModel().select(1));
            assertEquals("See whom?", focused(s));
            s.fx.key(KeyCode.F8);
            assertEquals("Buoys don't move, Cora.", focused(s));
            s.fx.key(KeyCode.SHIFT, KeyCode.F8);
            s.fx.key(KeyCode.SHIFT, KeyCode.F8);
            assertEquals("Did you see that?", focused(s));
            s.fx.key(KeyCode.SHIFT, KeyCode.F8);
            assertEquals("Buoys don't move, Cora.", focused(s));
            for (var scheme : new Theme.Scheme[] {Theme.Scheme.LIGHT, Theme.Scheme.DARK}) {
                Fx.run(() -> s.session.services().theme().choose(scheme));
                s.fx.png("checks-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            }
        }
    }

    @Test
    void theFlaggedAreTakenAgain() throws Exception {
        try (var s = new SideScene(home, 2)) {
            var id = s.session.document().lines().getFirst().id();
            Fx.run(() -> {
                s.session.edit(TakeEdits.flag(List.of(id), true));
                s.session.speech().load();
            });
            Fx.until(() -> s.session.speech().model().isPresent(), 30_000);
            s.fx.click("#tab-checks");
            Fx.until(() -> s.lookup("#retake-flagged").isVisible(), 5000);
            s.fx.click("#retake-flagged");
            Fx.until(() -> s.session.document().line(id).orElseThrow().takes().size() == 4, 60_000);
        }
    }

    @Test
    void aSpeakerWhoSpeaksTwiceAtOnceIsNamedAndMended() throws Exception {
        try (var s = new SideScene(home, 5)) {
            var id = s.session.document().lines().get(2).id();
            Fx.run(() -> s.session.edit(LineEdits.relation(id, new TimingRelation.PinnedAt(400))));
            s.fx.click("#tab-checks");
            Fx.until(() -> s.side.lookup("#move-apart") != null, 5000);
            var words = Fx.call(() -> s.side.lookupAll("#checks .label").stream().map(n -> ((Labeled) n).getText()).collect(Collectors.joining("|")));
            assertTrue(words.contains("Ann speaks lines 1 and 3 at the same time for 0.6 s."), words);
            s.fx.png("checks-apart.png");
            s.fx.click("#move-apart");
            assertEquals(java.util.List.of(), Collisions.of(LineTimes.of(s.session.document())));
            Fx.until(() -> s.side.lookup("#move-apart") == null, 5000);
        }
    }

    /** What is found in a document that has changed meanwhile is never shown. */
    @Test
    void noNumberIsShownThatIsWrong() throws Exception {
        try (var s = new SideScene(home, 5)) {
            var tab = (Labeled) s.fx.find("#tab-checks");
            var seen = new java.util.ArrayList<String>();
            Fx.rest();
            var id = s.session.document().lines().get(4).id();
            Fx.run(() -> {
                tab.textProperty().subscribe((was, is) -> seen.add(is));
                s.session.edit(TakeEdits.flag(List.of(id), true));
                s.session.edit(TakeEdits.flag(List.of(id), false));
                s.session.edit(TakeEdits.flag(s.session.document().lines().stream().map(l -> l.id()).limit(2).toList(), true));
            });
            Fx.until(() -> tab.getText().equals("Checks 2"), 5000);
            Fx.rest();
            assertEquals(List.of("Checks 2"), seen);
        }
    }

    @Test
    void tabsGoByKeys() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.fx.click("#tab-voices");
            s.fx.key(KeyCode.RIGHT);
            s.fx.key(KeyCode.RIGHT);
            assertTrue(s.lookup("#checks") != null);
            s.fx.key(KeyCode.ALT, KeyCode.DIGIT1);
            assertTrue(s.lookup("#drop-voice") != null);
        }
    }
}
