package studio.parley.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelInfo;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** A take is made again by the model that made it, wherever that is installed. */
class KnownModelsTest {
    private static final Path TINY = Path.of("src/test/resources/test-model");
    private final List<Path> opened = new ArrayList<>();
    @TempDir
    Path temp;
    private AppDirectories directories;

    @BeforeEach
    void directories() {
        directories = AppDirectories.under(temp.resolve("home"), Optional.empty());
    }

    private Path model(String name, String identity) throws IOException {
        var folder = Files.createDirectories(directories.models().resolve(name));
        try (var files = Files.list(TINY)) {
            for (var file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
        }
        var json = Files.readString(folder.resolve("model.json"));
        Files.writeString(folder.resolve("model.json"), json.replace(ModelInfo.read(TINY).identity(), identity));
        return folder;
    }

    private ModelStore store() {
        return new ModelStore(directories, Settings.read(directories.settingsFile()));
    }

    private KnownModels known(Optional<Path> usual) {
        return new KnownModels(store(), usual, folder -> {
            opened.add(folder);
            throw Problem.input("Nothing is opened here.");
        });
    }

    @Test
    void theOneThatMadeItIsLookedForAndAskedOnce() throws Exception {
        var usual = model("usual", "one");
        var other = model("other", "two");
        try (var known = known(Optional.of(usual))) {
            for (int i = 0; i < 2; i++) assertEquals(Optional.empty(), known.apply("two"), "one that cannot be opened is none");
            assertEquals(List.of(other), opened);
            known.apply("one");
            known.apply("of nobody");
            assertEquals(List.of(other, usual), opened, "the usual one for takes of unknown models");
        }
    }

    @Test
    void aUsualModelThatIsDamagedHidesNoOther() throws Exception {
        var other = model("other", "two");
        var usual = Files.createDirectories(temp.resolve("gone"));
        known(Optional.of(usual)).apply("two");
        assertEquals(List.of(other), opened);
    }

    @Test
    void withoutAnyThereIsNone() {
        assertEquals(Optional.empty(), known(Optional.empty()).apply("one"));
        assertTrue(opened.isEmpty());
    }

    /** What was lent stays its owner's to close. */
    @Test
    void anOpenOneIsNotOpenedAgain() throws Exception {
        DoubleConsumer nobody = share -> { };
        try (var lent = LoadedModel.open(model("usual", "one"), "cpu", 1, Optional.empty(), directories, nobody)) {
            try (var known = new KnownModels(store(), lent, folder -> {
                throw new AssertionError("opened again");
            })) {
                assertSame(lent, known.apply("one").orElseThrow());
                assertSame(lent, known.apply("of nobody").orElseThrow());
            }
            assertEquals(24_000, lent.rate());
            assertEquals(3, lent.speech().tokenizer().ids("abc").length, "still open");
        }
    }
}
