package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.ui.Fx;
import studio.parley.ui.session.ProjectSession;

/** Projects whose folder is not as it should be, in the window. */
class CarriedOnTest {
    @TempDir
    Path home;

    @Test
    void aLostSoundComesBackOrIsSaidOnItsLine() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            var root = Fx.call(() -> shell.session().project().folder().root());
            var second = Fx.call(() -> {
                var line = shell.session().document().lines().get(1).id();
                shell.session().edit(ProjectEdits.delivery(new Delivery(null, null, 400, null)));
                shell.session().speech().render(List.of(line), 1);
                return line;
            });
            Fx.until(() -> shell.session().document().line(second).orElseThrow().sounding().isPresent(), 30_000);
            var clips = Fx.call(() -> shell.session().document().lines().stream().flatMap(l -> l.sounding().stream()).map(t -> new ClipId(t.clip())).toList());
            var clipStore = Fx.call(() -> shell.session().project().clipStore());
            var before = Files.readAllBytes(clipStore.file(clips.get(1)));
            shell.command("file.close");
            for (var clip : clips) Files.delete(clipStore.file(clip));
            Fx.run(() -> shell.window.open(root));
            Fx.until(() -> shell.window.session().isPresent() && shell.session().speech().model().isPresent(), 30_000);
            assertArrayEquals(before, Files.readAllBytes(clipStore.file(clips.get(1))));
            var first = Fx.call(() -> shell.session().document().lines().getFirst().id());
            var causes = ((Staleness.Own) Fx.call(() -> shell.session().staleness(first))).causes();
            assertTrue(causes.contains(Staleness.Cause.SOUND));
            var others = Fx.call(() -> shell.session().staleness(second));
            assertFalse(others instanceof Staleness.Own(Set<Staleness.Cause> own) && own.contains(Staleness.Cause.SOUND));
            assertTrue(Fx.call(() -> shell.services.notices().all().stream().anyMatch(n -> n.sentence().contains("was restored"))));
        }
    }

    @Test
    void whatIsReadOnlyIsShownPlayedAndCopied() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            var root = Fx.call(() -> shell.session().project().folder().root());
            shell.command("file.close");
            var json = Files.readString(root.resolve("project.json"));
            Fx.run(() -> shell.window.show(new ProjectSession(Project.openReadOnly(root).project(), shell.services, ModelDefaults.LOADING)));
            var document = Fx.call(() -> shell.session().document());
            assertEquals(ProjectSession.Kept.READ_ONLY, Fx.call(() -> shell.session().keptProperty().get()));
            Fx.run(() -> {
                shell.session().edit(LineEdits.type(document.lines().getFirst().id(), "Other words."));
                shell.session().edit(LineEdits.type(document.lines().getFirst().id(), "Others again."));
                shell.session().speech().renderNeeded();
                shell.session().undo();
                shell.session().player().play();
            });
            assertEquals(document, Fx.call(() -> shell.session().document()));
            var said = Fx.call(() -> shell.services.notices().all().stream().filter(n -> n.sentence().contains("is read-only")).toList());
            assertEquals(1, said.size());
            Fx.run(said.getFirst().remedy().orElseThrow().action());
            Fx.settle();
            TextField name = shell.fx.find("#project-name");
            Fx.run(() -> name.setText("Copy"));
            shell.fx.click("#make");
            Fx.until(() -> shell.window.session().filter(d -> d.project().folder().root().endsWith("Copy.parley")).isPresent(), 10_000);
            assertEquals(2, Fx.call(() -> shell.session().document().lines().stream().filter(l -> l.sounding().isPresent()).count()));
            assertEquals(json, Files.readString(root.resolve("project.json")));
        }
    }
}
