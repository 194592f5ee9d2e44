package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Reference;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Notices.Remedy;
import studio.parley.ui.settings.Appearance;

/** Notifications disappear with their cause, and cover nothing one works on. */
class SettledNoticesTest {
    @TempDir
    Path home;

    private static List<String> standing(Shell shell) {
        return shell.services.notices().standing().stream().filter(n -> n.weight() != Notices.Weight.INFO).map(Notices.Notice::sentence).toList();
    }

    @Test
    void aFailedLineIsSaidUntilItsCauseIsGone() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            Fx.run(() -> shell.session().edit(ProjectEdits.addReference(0, new Reference("/nowhere/ann.wav"), ReferenceMetadata.NONE)));
            shell.command("render.line");
            Node bar = shell.fx.find("#notice-bar");
            Fx.until(() -> bar.isVisible() && standing(shell).size() == 1 && standing(shell).getFirst().contains("ann.wav"), 30_000);
            shell.command("edit.undo");
            Fx.until(() -> standing(shell).isEmpty(), 10_000);
            assertFalse(Fx.call(() -> shell.session().speech().jobs().stream().anyMatch(j -> j.status().hasFailed())));
        }
    }

    @Test
    void missingFilesAreSaidUntilTheLastIsFound() throws Exception {
        try (var shell = new Shell(home)) {
            Fx.run(() -> {
                var made = SessionFixture.of(home, SessionFixture.LIGHTHOUSE, 0);
                made.edit(ProjectEdits.addReference(0, new Reference("/nowhere/ann.wav"), ReferenceMetadata.NONE));
                made.edit(ProjectEdits.addReference(1, new Reference("/nowhere/ben.wav"), ReferenceMetadata.NONE));
                made.close();
                shell.window.open(home.resolve("test.parley"));
            });
            Fx.until(() -> standing(shell).equals(List.of("2 files used by this project are missing.")), 10_000);
            var found = java.nio.file.Files.write(home.resolve("found.wav"), new byte[] {1}).toString();
            Fx.run(() -> shell.session().edit(ProjectEdits.relink(0, "/nowhere/ann.wav", found)));
            Fx.until(() -> standing(shell).equals(List.of("A file used by this project is missing.")), 10_000);
            Fx.run(() -> shell.session().edit(ProjectEdits.relink(1, "/nowhere/ben.wav", found)));
            Fx.until(() -> standing(shell).isEmpty(), 10_000);
        }
    }

    /** The tracks stay free where there is least space. */
    @Test
    void theCardLeavesTheTracksFree() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            Fx.run(() -> {
                shell.fx.stage.setWidth(1280);
                shell.fx.stage.setHeight(720);
                new Appearance(shell.services).text(200, shell.fx.stage.getScene());
                shell.services.notices().trouble("disk", Problem.input("The disk is full; free some space."), new Remedy("Try again", () -> { }));
            });
            Fx.rest();
            shell.fx.png("notice-200.png");
            Labeled sentence = shell.fx.find("#notice-text");
            assertEquals("The disk is full; free some space.", sentence.getText());
            Bounds card = bounds(shell.fx.find("#notice-bar"));
            Bounds tracks = bounds(shell.fx.find("#timeline-surface"));
            assertTrue(card.getMinY() >= tracks.getMaxY(), card + " covers " + tracks);
            assertTrue(card.getMinX() >= 0 && card.getMaxX() <= 1280, card.toString());
        }
    }

    private static Bounds bounds(Node node) throws Exception {
        return Fx.call(() -> node.localToScene(node.getBoundsInLocal()));
    }
}
