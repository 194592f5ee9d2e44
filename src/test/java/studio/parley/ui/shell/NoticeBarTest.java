package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.Notices.Remedy;

class NoticeBarTest {
    @TempDir
    Path home;

    @Test
    void troubleStaysWithItsRemedyUntilItIsDealtWith() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            Node bar = shell.fx.find("#notice-bar");
            var done = new AtomicInteger();
            Fx.run(() -> {
                shell.services.notices().info("Saved.");
                shell.services.notices().trouble("disk", Problem.input("The disk is full; free some space."), new Remedy("Try again", done::incrementAndGet));
                shell.services.notices().info("A word in passing.");
            });
            Fx.settle();
            Labeled sentence = shell.fx.find("#notice-text");
            assertEquals("The disk is full; free some space.", sentence.getText());
            Labeled aside = shell.fx.find("#notice-aside");
            assertEquals("A word in passing.", Fx.call(aside::getText));
            shell.fx.png("notice.png");
            shell.fx.click("#notice-details");
            shell.fx.png("notices.png");
            assertEquals(3, Fx.call(() -> ((javafx.scene.layout.VBox) shell.fx.stage.getScene().getRoot().lookup("#notice-history")).getChildren().size()));
            shell.fx.key(javafx.scene.input.KeyCode.ESCAPE);
            assertTrue(Fx.call(bar::isVisible));
            shell.fx.click("#notice-remedy");
            assertEquals(1, done.get());
            assertFalse(Fx.call(bar::isVisible));
        }
    }

    /** What a key did is read at once beside a warning, not half a minute later in its place. */
    @Test
    void whatIsSaidInPassingIsReadBesideAWarning() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            Fx.run(() -> {
                shell.services.notices().warn("No audio device.");
                shell.services.notices().info("Locked and left as it is.");
            });
            Fx.settle();
            assertEquals("No audio device.", shell.fx.<Labeled>find("#notice-text").getText());
            assertEquals("Locked and left as it is.", shell.fx.<Labeled>find("#notice-aside").getText());
            shell.fx.click("#notice-close");
            assertFalse(Fx.call(shell.fx.find("#notice-bar")::isVisible));
        }
    }

    /** A dialog covers the view's notification, so what happens while it is open is said in it, and can be answered there. */
    @Test
    void aDialogShowsWhatIsNewSinceItWasOpened() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            var done = new AtomicInteger();
            Fx.run(() -> {
                shell.services.notices().warn("Known before.");
                new NoticeHistory(shell.services.notices()).show(shell.fx.stage.getScene());
            });
            Fx.settle();
            var bar = Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup(".overlay").lookup("#notice-bar"));
            assertFalse(Fx.call(bar::isVisible));
            Fx.run(() -> shell.services.notices().trouble("disk", Problem.input("The disk is full; free some space."), new Remedy("Try again", done::incrementAndGet)));
            Fx.settle();
            assertTrue(Fx.call(bar::isVisible));
            assertEquals("The disk is full; free some space.", Fx.call(() -> ((Labeled) bar.lookup("#notice-text")).getText()));
            shell.fx.png("notice-dialog.png");
            shell.fx.click(".overlay #notice-remedy");
            assertEquals(1, done.get());
            assertFalse(Fx.call(bar::isVisible));
        }
    }
}
