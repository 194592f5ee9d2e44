package studio.parley.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.project.render.QueuedLine;
import studio.parley.ui.Fx;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.shell.Shell;

/** The queue with the model that tests use. */
class QueueTest {
    @TempDir
    Path home;

    private static List<String> waiting(ProjectSession session) {
        return session.speech().jobs().stream().filter(j -> j.status().isWaiting()).map(QueuedLine::line).toList();
    }

    @Test
    void pausedQueueIsShownReorderedCancelledAndGoesOn() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            shell.command("render.pause");
            shell.fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            Fx.until(() -> waiting(shell.session()).size() == 7, 5_000);
            Labeled line = shell.fx.find("#queue-line");
            Fx.until(() -> line.getText().equals("Paused, 7 lines queued"), 3_000);
            shell.command("view.queueList");
            var before = Fx.call(() -> waiting(shell.session()));
            // Alt+Down on the row that has the focus: the first.
            shell.fx.key(KeyCode.ALT, KeyCode.DOWN);
            var after = Fx.call(() -> waiting(shell.session()));
            assertEquals(List.of(before.get(1), before.get(0)), after.subList(0, 2));
            drag(shell);
            assertEquals(after.getFirst(), Fx.call(() -> waiting(shell.session())).get(2));
            shell.fx.png("queue.png");
            shell.fx.click(".queue-row .queue-cancel-one");
            Fx.until(() -> waiting(shell.session()).size() == 6, 5_000);
            shell.fx.click("#queue-pause");
            Fx.until(() -> shell.session().speech().jobs().stream().anyMatch(j -> j.status().isRunning()), 20_000);
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#queue-progress").isVisible(), 3_000);
            shell.fx.png("queue-running.png");
            Fx.until(() -> shell.session().speech().jobs().isEmpty(), 60_000);
            Fx.until(() -> line.getText().equals("One line to render"), 3_000);
            assertFalse(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup("#queue-progress").isVisible()));
        }
    }

    /** The first row two places down. */
    private static void drag(Shell shell) throws Exception {
        Node row = shell.fx.find(".queue-row");
        var from = shell.fx.centre(row);
        double height = Fx.call(() -> row.getBoundsInParent().getHeight());
        shell.fx.drag(from, from.add(0, 2 * height));
    }

    @Test
    void renderingOneLineSeveralTakesAndCancelling() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            var ids = Fx.call(() -> shell.session().document().lines().stream().map(l -> l.id()).toList());
            Fx.run(() -> shell.session().select(Selection.of(ids.get(1))));
            shell.command("render.line");
            Fx.until(() -> shell.session().document().lines().get(1).takes().size() == 1 && shell.session().speech().jobs().isEmpty(), 60_000);
            shell.command("render.all");
            assertFalse(Fx.call(() -> shell.session().speech().jobs().isEmpty()));
            shell.command("render.cancel");
            Fx.until(() -> shell.session().speech().jobs().isEmpty(), 20_000);
            Labeled loudness = shell.fx.find("#loudness");
            Fx.until(() -> loudness.getText().endsWith("LUFS") || loudness.getText().isEmpty(), 5_000);
            assertTrue(Fx.call(() -> shell.session().document().lines().getFirst().takes().size()) <= 1);
        }
    }

    @Test
    void whatIsAboutToBeHeardIsSpokenFirst() throws Exception {
        try (var shell = Shell.lighthouse(home, 5)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 60_000);
            shell.command("render.pause");
            shell.command("render.all");
            Fx.until(() -> waiting(shell.session()).size() == 7, 10_000);
            var ids = Fx.call(() -> shell.session().document().lines().stream().map(l -> l.id()).toList());
            Fx.run(() -> {
                var arrangement = shell.session().arrangement();
                shell.session().player().seek(arrangement.seconds(arrangement.part(ids.get(2)).orElseThrow().start()) + 0.01);
            });
            Fx.until(() -> waiting(shell.session()).getFirst().equals(ids.get(2)), 5_000);
        }
    }

    @Test
    void wordsOfTheQueue() {
        assertEquals("2 more · 4 s left", QueueText.rest(2, 0, java.util.OptionalDouble.of(4)));
        assertEquals("one failed", QueueText.rest(0, 1, java.util.OptionalDouble.empty()));
        assertEquals("\u221216.2 LUFS", MixLoudness.words(-16.2));
    }
}
