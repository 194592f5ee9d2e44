package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.Fx;
import studio.parley.ui.settings.Appearance;

/** How script, side pane and timeline share the window. */
class SplitLayoutTest {
    @TempDir
    Path home;

    private static Bounds place(Shell shell, String css) throws Exception {
        return place(shell.fx.find(css));
    }

    private static Bounds place(Node node) throws Exception {
        return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
    }

    /** The card of the selected line, not one that a list keeps out of sight for later. */
    private static Optional<Node> current(Shell shell) {
        return shell.fx.stage.getScene().getRoot().lookupAll(".line-card:current").stream()
                .filter(n -> n.localToScene(n.getLayoutBounds()).getMinY() >= 0).findFirst();
    }

    private static void size(Shell shell, double width, double height) throws Exception {
        Fx.run(() -> {
            shell.fx.stage.setWidth(width);
            shell.fx.stage.setHeight(height);
        });
        Fx.settle();
    }

    @Test
    void theScriptKeepsItsShare() throws Exception {
        try (var shell = Shell.lighthouse(home, 7)) {
            size(shell, 1280, 720);
            Fx.run(() -> shell.session().select(Selection.NONE));
            Fx.settle();
            double script = place(shell, "#script").getHeight();
            assertTrue(script >= 0.45 * 720, "script " + script);
            var seen = place(shell, "#script");
            long whole = Fx.call(() -> shell.fx.stage.getScene().getRoot().lookupAll(".line-card").stream().filter(Node::isVisible)
                    .map(n -> n.localToScene(n.getLayoutBounds())).filter(b -> b.getMinY() >= seen.getMinY() - 1 && b.getMaxY() <= seen.getMaxY() + 1).count());
            assertTrue(whole >= 6, whole + " whole lines");
            var scene = shell.fx.stage.getScene();
            Fx.run(() -> new Appearance(shell.services).text(200, scene));
            Fx.settle();
            assertTrue(place(shell, "#script").getHeight() >= 0.45 * 720 - 1);
            // Dragged as far up as it goes, the timeline still leaves the script its share.
            var divider = place(shell, ".divider.horizontal");
            shell.fx.drag(new javafx.geometry.Point2D(600, divider.getCenterY()), new javafx.geometry.Point2D(600, 60));
            assertTrue(place(shell, "#script").getHeight() >= 0.45 * 720 - 1);
        }
    }

    @Test
    void theTimelineIsAsHighAsItsTracks() throws Exception {
        try (var shell = Shell.lighthouse(home, 7)) {
            size(shell, 1440, 900);
            assertEquals(3, Fx.call(() -> shell.fx.stage.getScene().getRoot().lookupAll(".track-header").size()));
            double three = place(shell, "#timeline").getHeight();
            // Nobody speaks for a speaker without lines, so there is no track.
            Fx.run(() -> shell.session().edit(ProjectEdits.addSpeaker(studio.parley.dialogue.Speaker.named(9, "Nobody"))));
            Fx.settle();
            assertEquals(3, Fx.call(() -> shell.fx.stage.getScene().getRoot().lookupAll(".track-header").size()));
            Fx.run(() -> shell.session().edit(studio.parley.studio.document.edit.LineEdits.speaker(java.util.List.of(shell.session().document().lines().getFirst().id()), 9)));
            Fx.settle();
            assertEquals(4, Fx.call(() -> shell.fx.stage.getScene().getRoot().lookupAll(".track-header").size()));
            assertTrue(place(shell, "#timeline").getHeight() > three + 40);
        }
    }

    @Test
    void dividersStayWhereTheyWerePut() throws Exception {
        try (var shell = Shell.lighthouse(home, 7)) {
            size(shell, 1440, 900);
            var divider = place(shell, ".divider.horizontal");
            shell.fx.drag(new javafx.geometry.Point2D(600, divider.getCenterY()), new javafx.geometry.Point2D(600, divider.getCenterY() + 60));
            double chosen = place(shell, "#timeline").getHeight();
            double side = place(shell, "#side-pane").getWidth();
            size(shell, 900, 560);
            size(shell, 1440, 900);
            var scene = shell.fx.stage.getScene();
            Fx.run(() -> new Appearance(shell.services).text(200, scene));
            Fx.settle();
            Fx.run(() -> new Appearance(shell.services).text(100, scene));
            Fx.settle();
            assertEquals(chosen, place(shell, "#timeline").getHeight(), 1.5);
            assertEquals(side, place(shell, "#side-pane").getWidth(), 1.5);
        }
    }

    @Test
    void aDividerDraggedTooFarStaysWhereItStopped() throws Exception {
        try (var shell = Shell.lighthouse(home, 7)) {
            size(shell, 1000, 760);
            var divider = place(shell, ".divider.horizontal");
            shell.fx.drag(new javafx.geometry.Point2D(600, divider.getCenterY()), new javafx.geometry.Point2D(600, 20));
            double high = place(shell, "#timeline").getHeight();
            var beside = place(shell, ".divider.vertical");
            shell.fx.drag(new javafx.geometry.Point2D(beside.getCenterX(), 200), new javafx.geometry.Point2D(5, 200));
            double wide = place(shell, "#side-pane").getWidth();
            size(shell, 1440, 900);
            assertEquals(high, place(shell, "#timeline").getHeight(), 1.5);
            assertEquals(wide, place(shell, "#side-pane").getWidth(), 1.5);
            // As low as it goes is a place as well, and not the usual one.
            divider = place(shell, ".divider.horizontal");
            shell.fx.drag(new javafx.geometry.Point2D(300, divider.getCenterY()), new javafx.geometry.Point2D(300, 899));
            double low = place(shell, "#timeline").getHeight();
            assertTrue(low < high, low + " of " + high);
            shell.command("view.timeline");
            shell.command("view.timeline");
            assertEquals(low, place(shell, "#timeline").getHeight(), 1.5);
        }
    }

    @Test
    void aNoticeFloatsAndMovesNothing() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            var script = place(shell, "#script");
            var timeline = place(shell, "#timeline");
            for (int i = 0; i < 3; i++) shell.services.notices().trouble("disk", Problem.disk("The disk is full: free some space.", null), null);
            Fx.settle();
            assertEquals("The disk is full: free some space. (happened 3 times)", ((javafx.scene.control.Labeled) shell.fx.find("#notice-text")).getText());
            assertEquals(script, place(shell, "#script"));
            assertEquals(timeline, place(shell, "#timeline"));
            shell.services.notices().settled("disk");
            Fx.settle();
            assertFalse(shell.fx.find("#notice-bar").isVisible());
            shell.command("view.queueList");
            assertEquals(script, place(shell, "#script"));
        }
    }

    @Test
    void wordsAreReadInAColumnWithTheirStateBesideThem() throws Exception {
        try (var shell = Shell.lighthouse(home, 7)) {
            size(shell, 2560, 1440);
            Fx.run(() -> shell.session().edit(studio.parley.studio.document.edit.LineEdits.type(shell.session().document().lines().getFirst().id(), "a word ".repeat(60))));
            Fx.settle();
            var words = place(shell, ".words");
            // About 70 letters of the size they have.
            assertTrue(words.getWidth() > 400 && words.getWidth() < 600, "column " + words.getWidth());
            var dot = place(shell, ".status-dot");
            assertTrue(dot.getMaxX() < words.getMaxX() + 260, "state at " + dot.getMaxX());
        }
    }

    @Test
    void twiceTheTextLosesNothingInASmallWindow() throws Exception {
        try (var shell = Shell.lighthouse(home, 7)) {
            size(shell, 1280, 720);
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            var scene = shell.fx.stage.getScene();
            Fx.run(() -> {
                shell.session().select(Selection.of(shell.session().document().lines().get(1).id()));
                new Appearance(shell.services).text(200, scene);
            });
            Fx.rest();
            assertTrue(place(shell, "#timeline-ripple").getMaxY() <= place(shell, ".bar.bottom").getMinY() + 1, "the foot of the timeline");
            Fx.until(() -> current(shell).filter(c -> c.lookup(".budget-meter").isVisible() && c.lookup(".context-chip") != null).isPresent(), 10_000);
            Fx.settle();
            var card = Fx.call(() -> current(shell).orElseThrow());
            var chip = place(card.lookup(".context-chip"));
            var meter = place(card.lookup(".budget-meter"));
            assertFalse(chip.intersects(place(card.lookup("#context-preset"))), "what is heard and how far");
            assertTrue(meter.getMaxX() <= place(card).getMaxX(), "how full");
            assertTrue(meter.getMaxY() <= place(card).getMaxY(), "how full");
        }
    }

    @Test
    void theOpeningPictureFitsLargeTextToo() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            size(shell, 1280, 720);
            var scene = shell.fx.stage.getScene();
            Fx.run(() -> {
                new Appearance(shell.services).text(200, scene);
                ((javafx.scene.layout.StackPane) scene.getRoot()).getChildren().setAll(new Skeleton());
            });
            Fx.settle();
            assertEquals(0, place(shell, ".skeleton-menu").getMinY());
            assertTrue(place(shell, ".skeleton-bottom").getMaxY() <= Fx.call(scene::getHeight) + 1);
        }
    }
}
