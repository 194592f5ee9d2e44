package studio.parley.studio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelInfo;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

class ProjectModelTest {
    private static final Path TINY = Path.of("src/test/resources/test-model");
    @TempDir
    Path home;

    /** One line for each name, made with a model called so. */
    private static Document made(String... models) {
        var lines = new java.util.ArrayList<Line>();
        for (int i = 0; i <= models.length; i++) lines.add(Line.of("L" + i, 0, "Hello."));
        var document = Document.of(new Conversation("", List.of(Speaker.named(0, "Ann")), lines, Delivery.INHERITED));
        for (int i = 0; i < models.length; i++) {
            var id = "L" + i;
            var heard = TakeInputsResolver.of(document, document.line(id).orElseThrow(), Delivery.STANDARD, models[i]);
            var take = new Take("T1", "ab".repeat(32), new TakeRecipe("", 1, 0.9, 50, 0, List.of()), 24000, 24000, List.of());
            document = document.withLines(document.lines().stream().map(l -> l.id().equals(id) ? l.with(take) : l).toList())
                    .with(id, document.decoration(id).withHeard("T1", heard));
        }
        return document;
    }

    private static Document choosing(Document d, String model) {
        var s = d.settings();
        return d.with(s.withModel(Optional.of(model)));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    @Test
    void aProjectIsMadeWithTheModelOfItsTakesUntilSomebodyChooses() {
        assertEquals(Optional.empty(), ProjectModel.wanted(made()));
        assertEquals(Optional.of("a 11111111"), ProjectModel.wanted(made("a 11111111", "b 22222222", "a 11111111")));
        assertEquals(Optional.of("b 22222222"), ProjectModel.wanted(choosing(made("a 11111111"), "b 22222222")));
        assertEquals(1, ProjectModel.outOfDate(made("a 11111111", "b 22222222", "a 11111111"), "a 11111111"));
        assertEquals(3, ProjectModel.outOfDate(made("a 11111111", "b 22222222", "a 11111111"), "c 33333333"));
    }

    @Test
    void aNewerModelDoesNotTakeItsPlaceAndAMissingOneIsSaid() throws Exception {
        var directories = AppDirectories.under(home, Optional.empty());
        var old = directories.models().resolve("old");
        copy(TINY, old);
        Files.setLastModifiedTime(old.resolve("model.json"), FileTime.fromMillis(1000));
        var label = ModelInfo.read(old).label();
        var newer = directories.models().resolve("newer");
        copy(TINY, newer);
        var json = newer.resolve("model.json");
        Files.writeString(json, Files.readString(json).replaceFirst("(\"identity\"\\s*:\\s*\")[^\"]{8}", "$1ffffffff"));
        var store = new ModelStore(directories, Settings.read(directories.settingsFile()));
        assertEquals(newer, store.find(Optional.empty()), "for new projects");
        assertFalse(ModelInfo.read(newer).label().equals(label));
        assertEquals(old, store.findFor(ProjectModel.wanted(made(label))));
        assertEquals(newer, store.findFor(ProjectModel.wanted(made())), "nothing is made yet");
        var missing = assertThrows(Problem.class, () -> store.findFor(ProjectModel.wanted(made("gone 12345678"))));
        assertEquals(Problem.Kind.MODEL, missing.kind());
        assertTrue(missing.getMessage().startsWith("The model gone 12345678 of this project is not installed on this machine."), missing.getMessage());
        var renamed = label.replaceFirst("^.* ", "other-name ");
        assertEquals(old, store.findFor(Optional.of(renamed)), "its hash counts");
    }
}
