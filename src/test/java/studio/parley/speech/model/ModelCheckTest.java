package studio.parley.speech.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.modelfolder.ModelCheck;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;

class ModelCheckTest {
    private static final Path MODEL = Path.of("src/test/resources/test-model");

    @TempDir
    Path folder;

    private Path model;
    private int readings;

    @BeforeEach
    void copy() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
        try (var files = Files.list(MODEL)) {
            for (var file : files.toList()) Files.copy(file, model.resolve(file.getFileName()));
        }
    }

    @Test
    void soundFilesAreReadOnce() throws IOException {
        assertEquals(Optional.empty(), check());
        assertTrue(readings > 0);
        readings = 0;
        assertEquals(Optional.empty(), check());
        assertEquals(0, readings);
        Files.setLastModifiedTime(model.resolve("language.bin"), FileTime.fromMillis(1_000_000));
        check();
        assertTrue(readings > 0);
    }

    @Test
    void damagedBytesAreFoundInEveryFile() throws IOException {
        check();
        for (var info : ModelInfo.read(model).files()) {
            var file = model.resolve(info.name());
            damage(file, new Random(1));
            var problem = assertThrows(Problem.class, this::check);
            assertTrue(problem.getMessage().startsWith(file + " is damaged"), problem.getMessage());
            assertTrue(problem.getMessage().endsWith(". Convert its checkpoint again with 'parley convert'."), problem.getMessage());
            Files.copy(MODEL.resolve(info.name()), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        check();
    }

    private static void damage(Path file, Random random) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            var noise = new byte[(int) Math.min(4096, bytes.length())];
            random.nextBytes(noise);
            bytes.seek(bytes.length() / 2 - noise.length / 2);
            bytes.write(noise);
        }
    }

    @Test
    void theVoiceOfTheProgramIsInstalledAgain() throws IOException {
        var before = System.getProperty("parley.program");
        var own = folder.resolve("assets/voice");
        Files.createDirectories(own.getParent());
        Files.move(model, own);
        model = own;
        damage(model.resolve("language.bin"), new Random(2));
        System.setProperty("parley.program", folder.toString());
        try {
            var problem = assertThrows(Problem.class, this::check);
            assertTrue(problem.getMessage().endsWith(". Install Parley again."), problem.getMessage());
        } finally {
            if (before == null) System.clearProperty("parley.program");
            else System.setProperty("parley.program", before);
        }
    }

    @Test
    void missingShortAndForeignFilesAreNamed() throws IOException {
        var file = model.resolve("mimi.bin");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 1000));
        assertTrue(assertThrows(Problem.class, this::check).getMessage().contains("1000 bytes instead of"));
        Files.delete(file);
        assertTrue(assertThrows(Problem.class, this::check).getMessage().contains("mimi.bin is missing"));
        Files.createSymbolicLink(file, Files.copy(MODEL.resolve("mimi.bin"), folder.resolve("mimi.bin")));
        assertTrue(assertThrows(Problem.class, this::check).getMessage().contains("link to a file outside the model folder"));
    }

    @Test
    void aFolderWithoutChecksumsSaysSo() throws IOException {
        var json = Files.readString(model.resolve("model.json"));
        Files.writeString(model.resolve("model.json"), json.replaceAll("\"sha256\": \"[0-9a-f]+\"", "\"sha256\": \"\""));
        assertTrue(check().orElseThrow().contains("has no checksums of backbone.onnx, depth_decoder.onnx"), check().toString());
        Files.writeString(model.resolve("model.json"), json.replace("\"files\"", "\"once\""));
        assertTrue(check().orElseThrow().contains("tokenizer.json"));
        assertEquals(0, readings);
    }

    @Test
    void readingCanBeCancelled() {
        assertThrows(CancellationException.class, () -> Cancellation.unless(() -> true, this::check));
    }

    @Test
    void aMemoryThatCannotBeWrittenOrReadOnlyCostsTime() throws IOException {
        Files.writeString(folder.resolve("memory"), "a file");
        assertEquals(Optional.empty(), check());
        assertEquals(Optional.empty(), check());
        Files.delete(folder.resolve("memory"));
        check();
        try (var files = Files.list(folder.resolve("memory"))) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {(byte) 0xff, 0, 10, 13});
        }
        assertEquals(Optional.empty(), check());
        assertFalse(readings == 0);
    }

    private Optional<String> check() {
        var info = ModelInfo.read(model);
        return new ModelCheck(model, info.files(), info.networks(), folder.resolve("memory"), share -> readings++).run();
    }
}
