package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Reference;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.project.render.RenderQueue;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.ModalLayer;

class MainWindowTest {
    @TempDir
    Path home;

    @Test
    void theFirstStartShowsTheSampleAndTheNextOneTheSameProject() throws Exception {
        try (var shell = new Shell(home)) {
            Fx.run(() -> shell.window.start(Optional.empty()));
            Fx.until(() -> shell.window.session().isPresent(), 20_000);
            assertFalse(Fx.call(() -> shell.session().document().lines()).isEmpty());
        }
        try (var shell = new Shell(home)) {
            Fx.run(() -> shell.window.start(Optional.empty()));
            Fx.until(() -> shell.window.session().isPresent(), 20_000);
            assertTrue(ProjectFolder.isProject(Fx.call(() -> shell.session().project().folder().root())));
        }
    }

    @Test
    void aProjectThatIsNotThereIsSaidOnTheStartScreen() throws Exception {
        try (var shell = new Shell(home)) {
            Fx.run(() -> shell.window.start(Optional.of(home.resolve("nothere.parley"))));
            Fx.until(() -> shell.services.notices().all().stream().anyMatch(n -> n.sentence().contains("nothere.parley is missing")), 10_000);
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup(".button") != null, 10_000);
            assertTrue(Fx.call(() -> shell.window.session().isEmpty()));
        }
    }

    @Test
    void aNewProjectIsNamedMadeAndRemembered() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            shell.fx.key(KeyCode.CONTROL, KeyCode.N);
            TextField name = shell.fx.find("#project-name");
            Fx.run(() -> name.setText("a/b"));
            assertTrue(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup("#make").isDisabled()));
            Fx.run(() -> name.setText("Storm"));
            shell.fx.key(KeyCode.ENTER);
            Fx.until(() -> shell.window.session().filter(d -> d.document().conversation().title().equals("Storm")).isPresent(), 10_000);
            var root = Fx.call(() -> shell.session().project().folder().root());
            assertEquals(root, Fx.call(() -> shell.window.recents().all().getFirst()));
            shell.command("file.close");
            assertTrue(Fx.call(() -> shell.window.session().isEmpty()));
            shell.fx.png("start.png");
            Fx.run(() -> shell.window.open(root));
            Fx.until(() -> shell.window.session().isPresent(), 10_000);
        }
    }

    @Test
    void aCopyHasTheSameLinesAndTakes() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            var second = Fx.call(() -> Selection.of(shell.session().document().lines().get(1).id()));
            Fx.run(() -> shell.session().select(second));
            shell.command("side.checks");
            shell.command("timeline.zoomIn");
            Fx.run(() -> shell.session().player().seek(1.5));
            var place = Fx.call(() -> shell.window.view().orElseThrow().place());
            shell.command("file.saveAs");
            TextField name = shell.fx.find("#project-name");
            Fx.run(() -> name.setText("Copy"));
            shell.fx.click("#make");
            Fx.until(() -> shell.window.session().filter(d -> d.project().folder().root().endsWith("Copy.parley")).isPresent(), 10_000);
            Labeled title = shell.fx.find("#title");
            assertEquals("Copy", Fx.call(title::getText));
            assertEquals(second, Fx.call(() -> shell.session().selection()), "one goes on where one was");
            var now = Fx.call(() -> shell.window.view().orElseThrow().place());
            assertEquals("checks", now.tab());
            assertEquals(1.5, now.playhead(), 0.001);
            assertEquals(place.viewport().scale(), now.viewport().scale(), 1e-9);
            assertEquals(place.viewport().left(), now.viewport().left(), 1e-9);
            assertEquals("Copy – Parley", Fx.call(() -> shell.window.stage().getTitle().replaceFirst("^\\d.*– (?=Copy)", "")));
            assertTrue(Fx.call(() -> shell.window.recents().all().getFirst()).endsWith("Copy.parley"));
            var standing = Fx.call(() -> shell.services.notices().standing().stream().map(n -> n.sentence()).toList());
            assertTrue(standing.stream().noneMatch(n -> n.startsWith("Copying")) && standing.getLast().startsWith("You are now working in Copy"), standing + "");
            assertEquals(3, Fx.call(() -> shell.session().document().lines().stream().filter(l -> l.sounding().isPresent()).count()));
            assertTrue(Files.isDirectory(home.resolve("test.parley")));
        }
    }

    @Test
    void missingReferencesAreListedAndFoundAgain() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            Fx.run(() -> shell.session().edit(ProjectEdits.addReference(0, new Reference("/nowhere/ann.wav"), ReferenceMetadata.NONE)));
            shell.command("file.relink");
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#missing .button") != null, 5_000);
            shell.fx.png("relink.png");
            var found = Files.write(home.resolve("ann.wav"), new byte[] {1});
            shell.chosen = Optional.of(found);
            shell.fx.click("#missing .button");
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#missing .button") == null, 5_000);
            assertEquals(List.of(new Reference(found.toString())), Fx.call(() -> shell.session().document().conversation().speakers().getFirst().references()));
            shell.fx.key(KeyCode.ESCAPE);
            shell.command("file.collect");
            Fx.until(() -> shell.session().document().conversation().speakers().getFirst().references().getFirst().path().startsWith("references/"), 5_000);
        }
    }

    @Test
    void aProjectThatIsGoneIsSaidAndCanBeForgotten() throws Exception {
        try (var shell = new Shell(home)) {
            var gone = home.resolve("gone.parley");
            Fx.run(() -> {
                shell.window.recents().add(gone);
                shell.window.open(gone);
            });
            Fx.until(() -> !shell.services.notices().all().isEmpty(), 5_000);
            Fx.settle();
            shell.fx.png("gone.png");
            Labeled notice = shell.fx.find("#notice-text");
            assertTrue(notice.getText().contains("gone.parley"), notice.getText());
            shell.fx.click("#notice-remedy");
            assertEquals(List.of(), Fx.call(() -> shell.window.recents().all()));
        }
    }

    @Test
    void panesGoComeBackAndAreRemembered() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            shell.fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT1);
            var view = (MainView) Fx.call(() -> shell.fx.stage.getScene().getRoot().getChildrenUnmodifiable().getFirst());
            assertFalse(Fx.call(() -> view.panes().showsSide()));
            shell.command("view.timeline");
            assertFalse(Fx.call(() -> view.panes().showsTimeline()));
            assertEquals(Optional.of("yes"), Fx.call(() -> shell.services.preferences().get("layout.hidden.timeline")));
            shell.command("view.timeline");
            shell.command("view.side");
            assertTrue(Fx.call(() -> view.panes().showsSide() && view.panes().showsTimeline()));
            shell.command("view.nextSection");
            assertTrue(Fx.call(() -> shell.fx.stage.getScene().getFocusOwner()) != null);
        }
    }

    @Test
    void closingWhileLinesWaitAsks() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 60_000);
            shell.command("render.pause");
            shell.command("render.stale");
            Fx.until(() -> shell.session().speech().statuses().size() == 7, 10_000);
            shell.command("file.close");
            assertTrue(Fx.call(() -> shell.window.session().isPresent()));
            shell.fx.png("closing.png");
            shell.fx.click("#no");
            assertTrue(Fx.call(() -> shell.window.session().isPresent()));
            shell.command("file.close");
            shell.fx.click("#yes");
            assertTrue(Fx.call(() -> shell.window.session().isEmpty()));
        }
    }

    @Test
    void transportKeys() throws Exception {
        try (var shell = Shell.lighthouse(home, 4)) {
            var player = shell.session().player();
            shell.fx.key(KeyCode.PERIOD);
            assertEquals(1, Fx.call(player::position), 0.01);
            shell.fx.key(KeyCode.COMMA);
            shell.fx.key(KeyCode.COMMA);
            assertEquals(0, Fx.call(player::position), 0.01);
            shell.fx.key(KeyCode.SHIFT, KeyCode.L);
            assertTrue(Fx.call(() -> player.loopProperty().get().isPresent()));
            shell.fx.key(KeyCode.SHIFT, KeyCode.L);
            assertTrue(Fx.call(() -> player.loopProperty().get().isEmpty()));
            shell.fx.key(KeyCode.END);
            assertEquals(Fx.call(player::length), Fx.call(player::position), 0.05);
            shell.fx.key(KeyCode.HOME);
            assertEquals(0, Fx.call(player::position), 0.01);
        }
    }

    @Test
    void aProjectWithAnImpossibleNumberOpensAndSaysWhatWasChanged() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            shell.command("file.close");
            var file = home.resolve("test.parley/project.json");
            Files.writeString(file, Files.readString(file).replaceFirst("\"speaker\": 1,", "\"speaker\": 1, \"speed\": 0.1,"));
            Fx.run(() -> shell.window.open(home.resolve("test.parley")));
            Fx.until(() -> shell.window.session().isPresent(), 10_000);
            Fx.settle();
            Labeled notice = shell.fx.find("#notice-text");
            assertTrue(notice.getText().contains("the speed of line 2 (0.1, now 0.5)"), notice.getText());
            assertEquals("Show in folder", ((Labeled) shell.fx.find("#notice-remedy")).getText());
        }
    }

    @Test
    void aProjectThatCannotBeReadCanBeTriedAgain() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            shell.command("file.close");
            var root = home.resolve("test.parley");
            for (var name : List.of("project.json", "journal")) Files.move(root.resolve(name), home.resolve(name));
            Files.writeString(root.resolve("project.json"), "{");
            Fx.run(() -> shell.window.open(root));
            Fx.until(() -> shell.services.notices().standing().stream().anyMatch(n -> n.remedy().isPresent()), 10_000);
            Fx.settle();
            assertEquals("Try again", ((Labeled) shell.fx.find("#notice-remedy")).getText());
            for (var name : List.of("project.json", "journal")) Files.move(home.resolve(name), root.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            shell.fx.click("#notice-remedy");
            Fx.until(() -> shell.window.session().isPresent(), 10_000);
            assertTrue(Fx.call(() -> shell.services.notices().standing().stream().noneMatch(n -> n.sentence().contains("cannot be read"))));
        }
    }

    @Test
    void undoSaysWhatItUndidAndWhenThereIsNothing() throws Exception {
        try (var shell = Shell.lighthouse(home, 0)) {
            Fx.run(() -> shell.session().edit(studio.parley.studio.document.edit.TestEdits.text("Type", shell.session().document().lines().getFirst().id(), "Hello there")));
            shell.command("edit.undo");
            Labeled notice = shell.fx.find("#notice-text");
            assertTrue(Fx.call(notice::getText).contains("Type, line 1: “Did you see that?”") || Fx.call(notice::getText).contains("“Hello there”"), notice.getText());
            shell.command("edit.undo");
            assertEquals("There is nothing to undo.", Fx.call(notice::getText));
            shell.command("edit.redo");
            assertTrue(Fx.call(notice::getText).startsWith("Redone: Type"), notice.getText());
            shell.command("edit.redo");
            assertEquals("There is nothing to redo.", Fx.call(notice::getText));
        }
    }

    @Test
    void leavingGoesOnWhenNothingIsLeftToRender() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            var left = new AtomicBoolean();
            Fx.run(() -> {
                shell.session().speech().queue(RenderQueue::pause);
                shell.session().speech().renderNeeded();
                shell.window.leave(() -> left.set(true));
            });
            Fx.settle();
            assertTrue(Fx.call(() -> ModalLayer.isOpen(shell.fx.stage.getScene())));
            assertFalse(left.get());
            shell.command("render.cancel");
            Fx.until(left::get, 10_000);
            assertFalse(Fx.call(() -> ModalLayer.isOpen(shell.fx.stage.getScene())));
        }
    }
}
