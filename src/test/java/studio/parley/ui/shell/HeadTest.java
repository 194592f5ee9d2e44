package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.Notices.Remedy;
import studio.parley.ui.settings.Appearance;

/** The head of the window, and the card of a notification, in a small window with large text. */
class HeadTest {
    @TempDir
    Path home;

    private static Region node(Shell s, String selector) {
        return (Region) s.fx.stage.getScene().getRoot().lookup(selector);
    }

    private static String at(Shell s, String selector) throws Exception {
        return Fx.call(() -> {
            s.fx.stage.getScene().getRoot().applyCss();
            s.fx.stage.getScene().getRoot().layout();
            var bounds = node(s, selector).localToScene(node(s, selector).getLayoutBounds());
            return bounds.getMinX() + " to " + bounds.getMaxX();
        });
    }

    private static void size(Shell s, double width, int percent) throws Exception {
        Fx.run(() -> {
            s.fx.stage.setWidth(width);
            s.fx.stage.setHeight(720);
            new Appearance(s.services).text(percent, s.fx.stage.getScene());
        });
        Fx.settle();
    }

    @Test
    void thePlayControlsStayWhereTheyAreWhenTheWorkChanges() throws Exception {
        try (var s = Shell.lighthouse(home, 0)) {
            Fx.until(() -> s.session().speech().model().isPresent(), 120_000);
            for (int percent : new int[] {100, 150, 200}) {
                size(s, 1280, percent);
                var before = at(s, "#play");
                assertTrue(Fx.call(() -> ((Labeled) node(s, "#render")).getText()).startsWith("Render 7"));
                var lines = Fx.call(() -> s.session().document().lines().stream().map(l -> l.id()).toList());
                Fx.run(() -> s.session().edit(LineEdits.remove(lines.subList(1, lines.size()))));
                Fx.settle();
                assertEquals("Render 1", Fx.call(() -> ((Labeled) node(s, "#render")).getText()).substring(0, 8));
                assertEquals(before, at(s, "#play"), percent + " %");
                s.command("edit.undo");
            }
        }
    }

    @Test
    void aLongSentenceUsesTheWidthOfItsCard() throws Exception {
        try (var s = Shell.lighthouse(home, 1)) {
            size(s, 1280, 200);
            Fx.run(() -> s.services.notices().trouble("disk", Problem.input("The disk is full."), new Remedy("Try again", () -> { })));
            Fx.settle();
            assertTrue(Fx.call(() -> node(s, "#notice-bar").getHeight() < 3.5 * node(s, "#notice-text").getHeight()), "a short one has its buttons beside it");
            Fx.run(() -> s.services.notices().trouble("clip", Problem.input("The line \"Good morning to you.\" does not fit in the context: the reference clip of Ann "
                    + "and its transcript take 260.9 of 163.8 s. Trim it to its best 10 to 20 s, and shorten its transcript to match."),
                    new Remedy("Cut the clip to its best 10 to 20 s", () -> { })));
            Fx.settle();
            assertTrue(Fx.call(() -> node(s, "#notice-text").getWidth() > 0.7 * node(s, "#notice-bar").getWidth()), at(s, "#notice-text") + " of " + at(s, "#notice-bar"));
            s.fx.png("notice-long.png");
        }
    }
}
