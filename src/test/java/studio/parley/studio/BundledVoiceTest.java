package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Delivery;
import studio.parley.render.RenderListener;
import studio.parley.render.Renderer;
import studio.parley.render.Utterance;
import studio.parley.speech.model.ModelInfo;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** The voice that comes along: found when nothing else is chosen, small, described, and it speaks. */
class BundledVoiceTest {
    private static final Path PROGRAM = Path.of("").toAbsolutePath();
    private static final Path VOICE = PROGRAM.resolve("assets/voice");

    @TempDir
    Path home;

    private AppDirectories directories() {
        return AppDirectories.under(home, Optional.of(PROGRAM));
    }

    private Path found() {
        return new ModelStore(directories(), Settings.read(directories().settingsFile())).find(Optional.empty());
    }

    @Test
    void isFoundWhenNoOtherIsChosen() {
        assertEquals(List.of(VOICE), new ModelStore(directories(), Settings.read(directories().settingsFile())).list().stream()
                .map(ModelEntry::folder).toList(), "nothing else comes along: models for tests lie in src/test/resources");
        assertEquals(VOICE, found());
    }

    @Test
    void givesWayToTheUsersOwnHoweverOld() throws IOException {
        var own = home.resolve("models/own");
        Files.createDirectories(own);
        Files.copy(PROGRAM.resolve("src/test/resources/test-model/model.json"), own.resolve("model.json"));
        Files.setLastModifiedTime(own.resolve("model.json"), FileTime.fromMillis(0));
        assertEquals(own, found());
    }

    @Test
    void isSmallAndSaysWhatItIs() throws IOException {
        var info = ModelInfo.read(VOICE);
        assertEquals("Parley voice", info.name());
        assertTrue(info.bytes() <= 40_000_000, () -> info.bytes() + " bytes");
        try (var files = Files.list(VOICE)) {
            assertTrue(files.allMatch(f -> size(f) < 50_000_000));
        }
        assertTrue(info.made().contains("onnx-export/voice"), info.made());
        assertTrue(info.quality().words().isPresent(), info.quality().toString());
        assertTrue(info.licences().stream().allMatch(l -> !l.licence().equals("unknown") && !l.attribution().isBlank()),
                () -> info.licences().toString());
    }

    @Test
    void speaksALineAndEndsByItself() {
        try (var model = LoadedModel.open(VOICE, "cpu", 1, Optional.empty(), directories(), s -> { });
                var renderer = new Renderer(model.speech(), UnaryOperator.identity(), 1, 0)) {
            var prompt = model.prompt(List.of(), 0, "Good morning.", Delivery.INHERITED, List.of(1L), false);
            var take = renderer.render(new Utterance(prompt, Renderer.fit(model.speech(), prompt), RenderListener.NONE)).getFirst();
            assertTrue(take.checks().isEmpty(), () -> take.checks().toString());
            assertTrue(take.sound().seconds() > 0.4 && take.sound().seconds() < 3, () -> take.sound().seconds() + " s");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
