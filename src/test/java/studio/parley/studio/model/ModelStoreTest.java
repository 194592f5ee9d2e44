package studio.parley.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

class ModelStoreTest {
    private static final Path TINY = Path.of("src/test/resources/test-model");
    @TempDir
    Path temp;
    private AppDirectories directories;
    private Settings settings;

    @BeforeEach
    void directories() {
        directories = AppDirectories.under(temp.resolve("home"), Optional.of(temp.resolve("program")));
        settings = Settings.read(directories.settingsFile());
    }

    /** A whole model, made so many hours ago. */
    private static Path model(Path folder, int hours) throws Exception {
        Files.createDirectories(folder);
        try (var files = Files.list(TINY)) {
            for (var file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
        }
        Files.setLastModifiedTime(folder.resolve("model.json"), FileTime.from(Instant.parse("2026-01-01T00:00:00Z").minusSeconds(3600L * hours)));
        return folder;
    }

    private ModelStore store() {
        return new ModelStore(directories, settings);
    }

    private List<String> names() {
        return store().list().stream().map(m -> String.valueOf(m.folder().getFileName())).toList();
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    @Test
    void theUsersNewestComesFirstAndTheProgramsLast() throws Exception {
        model(temp.resolve("program/assets/voice"), 0);
        model(directories.models().resolve("b-old"), 9);
        var newest = model(directories.models().resolve("c-new"), 1);
        model(directories.models().resolve("a-middle"), 5);
        Files.createDirectories(directories.models().resolve("no-model"));
        assertEquals(List.of("c-new", "a-middle", "b-old", "voice"), names());
        assertEquals(newest, store().find(none()));
    }

    @Test
    void ofTheSameAgeTheNamesDecide() throws Exception {
        for (var name : List.of("b", "c", "a")) model(directories.models().resolve(name), 3);
        assertEquals(List.of("a", "b", "c"), names());
    }

    @Test
    void aDamagedModelIsListedWithItsTroubleAndNotChosen() throws Exception {
        var good = model(directories.models().resolve("good"), 5);
        Files.writeString(model(directories.models().resolve("bad"), 1).resolve("model.json"), "{");
        assertEquals(List.of("bad", "good"), names());
        assertTrue(store().list().getFirst().trouble().isPresent());
        assertEquals(good, store().find(none()));
    }

    @Test
    void theSettingsNameOneAndTheCommandAnother() throws Exception {
        var a = model(directories.models().resolve("a"), 9);
        var b = model(directories.models().resolve("b"), 1);
        var elsewhere = model(temp.resolve("elsewhere"), 5);
        settings = settings.withModel("a");
        assertEquals(a, store().find(none()));
        assertEquals(b, store().find(Optional.of("b")));
        assertEquals(elsewhere, store().find(Optional.of(elsewhere.toString())));
    }

    @Test
    void whatIsNotThereIsSaidWithWhatToDo() throws Exception {
        says("There is no model yet", none());
        says("does not exist. Create it with 'parley convert", Optional.of(temp.resolve("none").toString()));
        says("has no model.json", Optional.of(Files.createDirectories(temp.resolve("empty")).toString()));
        settings = settings.withModel("gone");
        says("The model gone does not exist", none());
    }

    private void says(String words, Optional<String> named) {
        var problem = assertThrows(Problem.class, () -> store().find(named));
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
        assertEquals(Problem.Kind.MODEL, problem.kind());
    }

    @Test
    void aConvertedCheckpointIsNamedAfterIt() {
        assertEquals(directories.models().resolve("csm-1b"), store().place(Path.of("/downloads/csm-1b")));
        assertEquals(directories.models().resolve("ckpt"), store().place(Path.of("/downloads/x/../ckpt.safetensors")));
        assertEquals(directories.models().resolve("model"), store().place(Path.of("/")));
    }
}
