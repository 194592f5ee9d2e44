package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class SettingsTest {
    @TempDir
    Path home;

    @Test
    void unknownKeysSurviveAndUnusableValuesAreAsIfUnset() throws Exception {
        var file = home.resolve("settings.json");
        Files.writeString(file, "{\"future\":[1,2],\"model\":7,\"device\":\"cpu\"}");
        var settings = Settings.read(file);
        assertEquals(Optional.empty(), settings.model());
        assertEquals(Optional.of("cpu"), settings.device());
        settings.withModel("m").write(file);
        assertTrue(Files.readString(file).contains("future"));
        assertEquals(Optional.of("m"), Settings.read(file).model());
    }

    @Test
    void anythingIsRead() throws Exception {
        var file = home.resolve("settings.json");
        for (var text : List.of("", "[", "[]", "null", "{\"model\":", "\u0000", "[".repeat(100_000))) {
            Files.writeString(file, text);
            assertEquals(Optional.empty(), Settings.read(file).model());
        }
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerOnly() throws Exception {
        var file = home.resolve("deep/watermark.key");
        var key = InstallationKey.of(file);
        assertEquals(key, InstallationKey.of(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.writeString(file, "damaged");
        assertThrows(Problem.class, () -> InstallationKey.of(file));
        assertEquals("damaged", Files.readString(file));
    }
}
