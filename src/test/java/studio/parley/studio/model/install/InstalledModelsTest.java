package studio.parley.studio.model.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.golden.Golden;
import studio.parley.problem.Problem;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

class InstalledModelsTest {
    private static final Path TINY = Path.of("src/test/resources/test-model");
    @TempDir
    Path home;

    private AppDirectories directories;

    @BeforeEach
    void directories() {
        directories = AppDirectories.under(home.resolve("parley"), Optional.of(home.resolve("program")));
    }

    private Settings settings() {
        return Settings.read(directories.settingsFile());
    }

    private InstalledModels models() {
        return new InstalledModels(directories, settings());
    }

    private ModelEntry imported(Path path, String... precision) {
        return new ImportModel(directories, settings(), e -> { }).run(path, List.of(precision).stream().findFirst());
    }

    @Test
    void aModelFolderIsCopiedOnce() throws Exception {
        var made = imported(TINY);
        assertEquals(directories.models().resolve("test-model"), made.folder());
        assertEquals(made, imported(TINY));
        assertEquals(made, imported(TINY.resolve("model.json")));
        assertEquals(Optional.empty(), models().check(made.folder(), share -> { }));
        assertThrows(Problem.class, () -> imported(TINY, "int4"));
    }

    @Test
    void aCheckpointOrOneFileOfItIsConverted() throws Exception {
        assertTrue(ImportModel.isOne(Golden.folder("tiny-a")));
        assertTrue(ImportModel.isOne(Golden.folder("tiny-a").resolve("model.safetensors")));
        assertFalse(ImportModel.isOne(Path.of("docs")));
        assertTrue(assertThrows(Problem.class, () -> imported(Path.of("README.md"))).getMessage().startsWith("README.md is not a speech model."));
        assertEquals("tiny-a-int8", imported(Golden.folder("tiny-a"), "int8").folder().getFileName().toString());
        assertEquals("int4", imported(Golden.folder("tiny-b").resolve("model.safetensors.index.json"), "int4").precision());
    }

    @Test
    void aDamagedModelIsNotImportedAndLeavesNothing() throws Exception {
        var damaged = Files.createDirectories(home.resolve("damaged"));
        try (var files = Files.list(TINY)) {
            for (var f : files.toList()) Files.copy(f, damaged.resolve(f.getFileName()));
        }
        var bytes = Files.readAllBytes(damaged.resolve("mimi.bin"));
        bytes[1000] ^= 1;
        Files.write(damaged.resolve("mimi.bin"), bytes);
        assertTrue(assertThrows(Problem.class, () -> imported(damaged)).getMessage().contains("mimi.bin is damaged"));
        assertFalse(Files.exists(directories.models()));
        Files.createDirectories(directories.models());
        Files.move(damaged, directories.models().resolve("damaged"));
        assertThrows(Problem.class, () -> models().check(directories.models().resolve("damaged"), share -> { }));
    }

    @Test
    void checkingReadsEverythingEachTime() {
        var made = imported(TINY);
        for (int i = 0; i < 2; i++) {
            var shares = new ArrayList<Double>();
            models().check(made.folder(), shares::add);
            assertEquals(1, shares.getLast(), 1e-9);
        }
    }

    @Test
    void onlyParleysOwnModelsAreRemoved() throws Exception {
        var made = imported(TINY);
        var bundled = Files.createDirectories(home.resolve("program/assets")).resolve("voice");
        Files.createSymbolicLink(bundled, TINY.toAbsolutePath());
        var link = Files.createSymbolicLink(directories.models().resolve("link"), TINY.toAbsolutePath());
        for (var other : List.of(bundled, TINY, link)) {
            assertTrue(assertThrows(Problem.class, () -> models().removable(other.toString())).getMessage().contains("does not remove it"), other.toString());
        }
        assertThrows(Problem.class, () -> models().removable("no-such-model"));
        settings().withModel("test-model").write(directories.settingsFile());
        assertTrue(models().remove(made), "it was the default");
        assertFalse(Files.exists(made.folder()));
        assertTrue(Files.exists(TINY.resolve("model.json")));
    }

    @Test
    void anOpenModelIsNotRemoved() {
        var made = imported(TINY);
        try (var open = LoadedModel.open(made.folder(), "cpu", 1, Optional.empty(), directories, share -> { });
                var again = LoadedModel.open(made.folder(), "cpu", 1, Optional.empty(), directories, share -> { })) {
            again.close();
            assertTrue(assertThrows(Problem.class, () -> models().remove(made)).getMessage().contains("is in use by a running Parley"));
            assertTrue(Files.exists(made.folder()));
        }
        models().remove(made);
        assertFalse(Files.exists(made.folder()));
    }
}
