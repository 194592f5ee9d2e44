package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Reference;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.shell.Shell;

/**
 * The pictures of the user guide: taken here, light and dark, so that they cannot age. Those in {@code docs/pictures} must show
 * what the window shows now; {@code -Dparley.pictures=write} takes them anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledIfSystemProperty(named = "glass.platform", matches = "Headless")
class PicturesTest {
    private static final Path PICTURES = Path.of("docs", "pictures");
    /** So much of a picture may differ: fonts are drawn a little differently by every FreeType, a waveform bar may come later. */
    private static final double TOLERANCE = 0.04;

    @TempDir
    static Path home;
    private Shell shell;
    private final List<String> aged = new ArrayList<>();

    @BeforeAll
    void open() throws Exception {
        var directories = AppDirectories.under(home.resolve("home"), Optional.of(Path.of("").toAbsolutePath()));
        // The takes are no speech, about which there would be findings.
        Settings.read(directories.settingsFile()).withModel(Path.of("assets", "voice").toAbsolutePath().toString()).with(Settings.EARS, "off").write(directories.settingsFile());
        shell = new Shell(home);
        var project = home.resolve("The Lighthouse.parley");
        Fx.run(() -> SessionFixture.of(home, SessionFixture.LIGHTHOUSE, 5).close());
        Files.move(home.resolve("test.parley"), project);
        Fx.run(() -> shell.window.open(project));
        Fx.until(() -> shell.window.session().isPresent(), 10_000);
        // What is stale depends on the model, so it must be there first.
        Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
        Fx.run(() -> {
            shell.fx.stage.setWidth(1360);
            shell.fx.stage.setHeight(850);
            var samples = Path.of("assets", "samples", "refs").toAbsolutePath();
            var names = new String[] {"ann", "ben", "keeper"};
            for (int i = 0; i < names.length; i++) {
                var note = new ReferenceMetadata("", "the speaker agreed, 2026", text(samples.resolve(names[i] + ".txt")), false, 0, 0);
                shell.session().edit(ProjectEdits.addReference(i, new Reference(samples.resolve(names[i] + ".wav").toString()), note));
            }
            var lines = shell.session().document().lines();
            lines.subList(0, 5).forEach(l -> SessionFixture.arrive(shell.session(), l));
            shell.session().refresh();
            shell.session().edit(LineEdits.type(lines.get(4).id(), "Buoys do not move, Cora."));
            shell.session().select(Selection.of(lines.get(2).id()));
            shell.session().player().seek(4.1);
            var pasted = new ClipboardContent();
            pasted.putString("Ann: What was that?\nBEN (V.O.): The wind.\nCora ^: It was no wind.\nKeeper: Come down.\n");
            Clipboard.getSystemClipboard().setContent(pasted);
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theGuideShowsWhatTheWindowShows() throws Exception {
        for (var tone : List.of("light", "dark")) {
            choose(tone);
            take("main-" + tone);
            for (var pane : List.of("line", "checks", "voices")) {
                shell.command("side." + pane);
                take(pane + "-" + tone);
            }
            for (var sheet : List.of("file.export", "view.settings", "help.keys", "file.project", "edit.history", "view.palette",
                    "script.pronunciation", "script.paste.preview")) {
                shell.command(sheet);
                take(sheet.substring(sheet.indexOf('.') + 1).replace(".preview", "").toLowerCase(Locale.ROOT) + "-" + tone);
                shell.fx.key(KeyCode.ESCAPE);
                assertFalse(Fx.call(() -> ModalLayer.isOpen(shell.fx.stage.getScene())), sheet + " does not close with Escape");
                Fx.run(() -> shell.session().select(Selection.of(shell.session().document().lines().get(2).id())));
            }
        }
        // Last, for it plays.
        for (var tone : List.of("light", "dark")) {
            choose(tone);
            shell.command("transport.listen");
            take("listen-" + tone);
            shell.fx.key(KeyCode.ESCAPE);
        }
        shell.command("file.close");
        take("start-dark");
        Fx.run(() -> shell.services.theme().choose(Theme.Scheme.LIGHT));
        take("start-light");
        assertTrue(aged.isEmpty(), "Aged pictures in docs/pictures: " + aged + "; compare them with target/pictures, or take them anew with -Dparley.pictures=write and look at them.");
    }

    private void choose(String tone) throws Exception {
        Fx.run(() -> {
            shell.services.theme().choose(Theme.Scheme.valueOf(tone.toUpperCase(Locale.ROOT)));
            shell.session().player().stopHere();
            shell.session().player().seek(4.1);
            shell.session().select(Selection.of(shell.session().document().lines().get(2).id()));
        });
        shell.command("timeline.zoomFit");
    }

    private void take(String name) throws Exception {
        // What is looked up after the first picture belongs to it.
        Fx.until(() -> !FxThread.isWorking(), 10_000);
        Fx.settle();
        Fx.run(this::showNoTemporaryPath);
        var fresh = Fx.call(() -> Png.picture(shell.fx.stage.getScene().snapshot(null)));
        var kept = PICTURES.resolve(name + ".png");
        if ("write".equals(System.getProperty("parley.pictures"))) Png.write(fresh, kept.toFile());
        else if (!Files.exists(kept) || difference(fresh, ImageIO.read(kept.toFile())) > TOLERANCE) {
            Png.write(fresh, new File(System.getProperty("out.dir", "target"), "pictures/" + name + ".png"));
            aged.add(name);
        }
    }

    /** The pictures show a path as people have it, not that of a test. */
    private void showNoTemporaryPath() {
        for (var node : shell.fx.stage.getScene().getRoot().lookupAll("*")) {
            if (node instanceof Labeled l && !l.textProperty().isBound() && l.getText() != null) l.setText(l.getText().replace(home.toString(), "/home/ann"));
            if (node instanceof TextField f && f.getText() != null && f.getText().startsWith(home.toString())) {
                f.setText(f.getText().replace(home.toString(), "/home/ann"));
            }
        }
    }

    /** The share of pixels that are of clearly another colour; 1 for another size. */
    private static double difference(BufferedImage a, BufferedImage b) {
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) return 1;
        var x = pixels(a);
        var y = pixels(b);
        int other = 0;
        for (int i = 0; i < x.length; i++) if (x[i] != y[i] && distance(x[i], y[i]) > 96) other++;
        return (double) other / x.length;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
        return sum;
    }

    @AfterAll
    void close() throws Exception {
        shell.close();
    }
}
