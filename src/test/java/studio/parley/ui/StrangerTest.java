package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.shell.Shell;

/** Somebody who has never seen the window: pastes some lines, drops three voices, renders, mends two lines, overlaps one, hands off, reopens. */
@DisabledIfSystemProperty(named = "glass.platform", matches = "Headless")
class StrangerTest {
    private static final Path VOICES = Path.of("assets", "samples", "refs").toAbsolutePath();
    private static final int LINES = 8;
    @TempDir
    Path home;

    private static String script() {
        var out = new StringBuilder();
        var words = List.of("Did you see that?", "No.", "Look again.", "Oh no.", "Go on.");
        var names = List.of("Ann", "Ben", "Keeper");
        for (int i = 0; i < LINES; i++) out.append(names.get(i % 3)).append(": ").append(words.get(i % words.size())).append('\n');
        return out.toString();
    }

    @Test
    void fromAPastedScriptToAHandOff() throws Exception {
        try (var shell = new Shell(home)) {
            newProject(shell);
            paste(shell);
            dropVoices(shell);
            // The untrained test model never ends by itself.
            Fx.run(() -> shell.session().edit(ProjectEdits.delivery(new Delivery(null, null, 480, null))));
            render(shell, LINES);
            mend(shell, 0, "Did you hear that?");
            mend(shell, 3, "Oh yes.");
            overlap(shell, 5);
            render(shell, LINES + 2);
            var files = handOff(shell);
            assertTrue(files.stream().anyMatch(f -> f.endsWith(".vtt")), files.toString());
            assertTrue(files.stream().anyMatch(f -> f.endsWith(".RPP") || f.endsWith(".rpp")), files.toString());
            assertTrue(files.stream().anyMatch(f -> f.endsWith(".dawproject")), files.toString());
            reopen(shell);
        }
    }

    private static void newProject(Shell shell) throws Exception {
        shell.command("file.new");
        TextField name = shell.fx.find("#project-name");
        Fx.run(() -> name.setText("Storm"));
        shell.fx.key(KeyCode.ENTER);
        Fx.until(() -> shell.window.session().isPresent(), 10_000);
        Fx.settle();
    }

    private static void paste(Shell shell) throws Exception {
        Fx.run(() -> {
            var content = new ClipboardContent();
            content.putString(script());
            javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
        });
        shell.command("script.paste.preview");
        Fx.until(() -> !shell.fx.stage.getScene().getRoot().lookup("#import-land").isDisabled(), 10_000);
        shell.fx.png("stranger-paste.png");
        shell.fx.click("#import-land");
        assertEquals(LINES, Fx.call(() -> shell.session().document().lines().size()));
        assertEquals(List.of("Ann", "Ben", "Keeper"), Fx.call(() -> shell.session().document().conversation().speakers().stream()
                .map(s -> s.name()).toList()));
    }

    private static void dropVoices(Shell shell) throws Exception {
        var clips = List.of("ann", "ben", "keeper");
        for (int i = 0; i < 3; i++) {
            int speaker = i;
            var content = new ClipboardContent();
            content.putFiles(List.of(VOICES.resolve(clips.get(i) + ".wav").toFile()));
            shell.fx.drop(shell.fx.find("#voice-" + i), content);
            Fx.until(() -> shell.session().document().conversation().speaker(speaker).references().size() == 1, 10_000);
        }
        shell.fx.png("stranger-voices.png");
    }

    private static void render(Shell shell, int takes) throws Exception {
        shell.fx.click("#render");
        Fx.until(() -> shell.session().document().lines().stream().mapToInt(l -> l.takes().size()).sum() >= takes && shell.session().speech().jobs().isEmpty(),
                240_000);
    }

    /** As typed: the old words are selected and written over. */
    private static void mend(Shell shell, int index, String words) throws Exception {
        var line = Fx.call(() -> shell.session().document().lines().get(index));
        Fx.run(() -> shell.session().select(List.of(line.id()), Optional.of(line.id())));
        shell.command("script.focus");
        shell.fx.key(KeyCode.ENTER);
        shell.fx.key(KeyCode.CONTROL, KeyCode.A);
        shell.fx.type(words);
        shell.fx.key(KeyCode.ESCAPE);
        assertEquals(words, Fx.call(() -> shell.session().document().lines().get(index).text()));
        assertTrue(Fx.call(() -> shell.session().staleness(line.id())) instanceof Staleness.Own);
    }

    private static void overlap(Shell shell, int index) throws Exception {
        var line = Fx.call(() -> shell.session().document().lines().get(index).id());
        Fx.run(() -> shell.session().select(List.of(line), Optional.of(line)));
        shell.command("script.timing");
        ComboBox<Object> kind = shell.fx.find("#timing-kind");
        Fx.run(() -> kind.getSelectionModel().select(1));
        TextField amount = shell.fx.find("#timing-amount");
        Fx.run(() -> amount.setText("250"));
        shell.fx.key(KeyCode.ESCAPE);
        assertEquals(new TimingRelation.Overlap(250), Fx.call(() -> shell.session().document().line(line).map(Line::relation).orElseThrow()));
    }

    private List<String> handOff(Shell shell) throws Exception {
        var out = home.resolve("out");
        shell.command("file.export");
        ListView<?> presets = shell.fx.find("#presets");
        Fx.run(() -> presets.getSelectionModel().select(2));
        TextField folder = shell.fx.find("#export-folder");
        Fx.run(() -> folder.setText(out.toString()));
        Fx.settle();
        shell.fx.png("stranger-export.png");
        shell.fx.click("#export-write");
        Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#export-open") instanceof javafx.scene.Node n && n.isVisible(), 180_000);
        shell.fx.key(KeyCode.ESCAPE);
        try (var files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static void reopen(Shell shell) throws Exception {
        var before = Fx.call(() -> shell.session().document());
        var root = Fx.call(() -> shell.session().project().folder().root());
        shell.command("file.close");
        assertTrue(Fx.call(() -> shell.window.session().isEmpty()));
        Fx.run(() -> shell.window.open(root));
        Fx.until(() -> shell.window.session().isPresent(), 10_000);
        assertEquals(before, Fx.call(() -> shell.session().document()));
        Fx.run(() -> shell.window.session().ifPresent(ProjectSession::undo));
        assertTrue(Fx.call(() -> shell.session().document().lines().get(5).relation()) instanceof TimingRelation.After, "undo survives closing");
    }
}
