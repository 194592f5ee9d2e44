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
import studio.parley.audio.ClipId;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.LineEdits;
import studio.parley.studio.document.Project;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.Staleness;
import studio.parley.ui.Fx;
import studio.parley.ui.desk.Desk;

/** Projects whose folder is not as it should be, in the window. */
class CarriedOnTest {
    @TempDir
    Path home;

    @Test
    void aLostSoundComesBackOrIsSaidOnItsLine() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            var root = Fx.call(() -> shell.desk().project().folder().root());
            var second = Fx.call(() -> {
                var line = shell.desk().document().lines().get(1).id();
                shell.desk().edit(ProjectEdits.delivery(new Delivery(null, null, 400, null)));
                shell.desk().speech().render(List.of(line), 1);
                return line;
            });
            Fx.until(() -> shell.desk().document().line(second).orElseThrow().sounding().isPresent(), 30_000);
            var clips = Fx.call(() -> shell.desk().document().lines().stream().flatMap(l -> l.sounding().stream()).map(t -> new ClipId(t.clip())).toList());
            var shelf = Fx.call(() -> shell.desk().project().shelf());
            var before = Files.readAllBytes(shelf.file(clips.get(1)));
            shell.command("file.close");
            for (var clip : clips) Files.delete(shelf.file(clip));
            Fx.run(() -> shell.window.open(root));
            Fx.until(() -> shell.window.desk().isPresent() && shell.desk().speech().model().isPresent(), 30_000);
            assertArrayEquals(before, Files.readAllBytes(shelf.file(clips.get(1))));
            var first = Fx.call(() -> shell.desk().document().lines().getFirst().id());
            var causes = ((Staleness.Own) Fx.call(() -> shell.desk().staleness(first))).causes();
            assertTrue(causes.contains(Staleness.Cause.SOUND));
            var others = Fx.call(() -> shell.desk().staleness(second));
            assertFalse(others instanceof Staleness.Own(Set<Staleness.Cause> own) && own.contains(Staleness.Cause.SOUND));
            assertTrue(Fx.call(() -> shell.tools.notices().all().stream().anyMatch(n -> n.sentence().contains("it was made again"))));
        }
    }

    @Test
    void whatIsReadOnlyIsShownPlayedAndCopied() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            var root = Fx.call(() -> shell.desk().project().folder().root());
            shell.command("file.close");
            var json = Files.readString(root.resolve("project.json"));
            Fx.run(() -> shell.window.show(new Desk(Project.openReadOnly(root).project(), shell.tools)));
            var document = Fx.call(() -> shell.desk().document());
            assertEquals(Desk.Kept.READ_ONLY, Fx.call(() -> shell.desk().keptProperty().get()));
            Fx.run(() -> {
                shell.desk().edit(LineEdits.type(document.lines().getFirst().id(), "Other words."));
                shell.desk().edit(LineEdits.type(document.lines().getFirst().id(), "Others again."));
                shell.desk().speech().renderNeeded();
                shell.desk().undo();
                shell.desk().player().play();
            });
            assertEquals(document, Fx.call(() -> shell.desk().document()));
            var said = Fx.call(() -> shell.tools.notices().all().stream().filter(n -> n.sentence().contains("is read-only")).toList());
            assertEquals(1, said.size());
            Fx.run(said.getFirst().remedy().orElseThrow().action());
            Fx.settle();
            TextField name = shell.fx.find("#project-name");
            Fx.run(() -> name.setText("Copy"));
            shell.fx.click("#make");
            Fx.until(() -> shell.window.desk().filter(d -> d.project().folder().root().endsWith("Copy.parley")).isPresent(), 10_000);
            assertEquals(2, Fx.call(() -> shell.desk().document().lines().stream().filter(l -> l.sounding().isPresent()).count()));
            assertEquals(json, Files.readString(root.resolve("project.json")));
        }
    }
}
