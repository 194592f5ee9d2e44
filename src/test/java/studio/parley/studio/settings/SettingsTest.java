package studio.parley.studio.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.studio.InstallationKey;
import studio.parley.studio.model.ModelStore;

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
    void whatIsDamagedIsKeptBesideAndTold() throws Exception {
        var file = home.resolve("settings.json");
        var texts = List.of("", "[", "[]", "null", "7", "{\"model\":", "{} {}", "\u0000", "[".repeat(100_000), "{\"a\":".repeat(5000));
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(file, texts.get(i));
            var settings = Settings.read(file);
            assertEquals(Optional.empty(), settings.model());
            var aside = home.resolve("settings.json.damaged" + (i == 0 ? "" : "-" + (i + 1)));
            assertTrue(settings.notice().orElseThrow().contains(aside.getFileName().toString()), settings.notice().toString());
            settings.with("device", "cpu").write(file);
            assertEquals(texts.get(i), Files.readString(aside));
            assertEquals(Optional.of("cpu"), Settings.read(file).device());
            assertEquals(Optional.empty(), Settings.read(file).notice());
        }
    }

    @Test
    void textThatIsNoUtf8IsDamaged() throws Exception {
        var file = Files.write(home.resolve("settings.json"), new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'});
        assertTrue(Settings.read(file).notice().isPresent());
    }

    @Test
    void aFolderInTheirPlaceIsKeptBesideToo() throws Exception {
        var file = home.resolve("settings.json");
        Files.createFile(Files.createDirectory(file).resolve("precious"));
        var settings = Settings.read(file);
        assertTrue(settings.notice().isPresent());
        settings.withModel("m").write(file);
        assertTrue(Files.exists(home.resolve("settings.json.damaged/precious")));
        assertEquals(Optional.of("m"), Settings.read(file).model());
    }

    @Test
    void whatCannotBePutAsideIsNotOverwritten() throws Exception {
        // The file's name is as long as names can be, so no other fits beside it.
        var file = Files.writeString(home.resolve("s".repeat(255)), "{");
        var settings = Settings.read(file).withModel("m");
        assertTrue(settings.notice().orElseThrow().contains("saves no changes"), settings.notice().toString());
        assertThrows(Problem.class, () -> settings.write(file));
        assertEquals("{", Files.readString(file));
    }

    @Test
    void aPathThatTheSystemCannotNameIsAsIfUnset() throws Exception {
        var file = Files.writeString(home.resolve("settings.json"), "{\"natives\":\"a\\u0000b\",\"model\":\"a\\u0000b\"}");
        var settings = Settings.read(file);
        assertEquals(Optional.empty(), settings.natives());
        var store = new ModelStore(AppDirectories.under(home, Optional.empty()), settings);
        assertThrows(Problem.class, () -> store.find(Optional.empty()));
    }

    @Test
    void aNewerVersionStaysOne() throws Exception {
        var file = Files.writeString(home.resolve("settings.json"), "{\"version\":7}");
        Settings.read(file).withModel("m").write(file);
        assertTrue(Files.readString(file).contains("\"version\": 7"));
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

    @Test
    void whatWasSetIsThereAgain() {
        var file = home.resolve("again.json");
        var list = new JsonArray();
        list.add("a");
        Settings.read(file).with("key.b", "B").with("key.a", "A").with("other", "x").with("list", list).with("natives", "/opt/ort").write(file);
        list.add("later");
        var again = Settings.read(file);
        assertEquals(Map.of("a", "A", "b", "B"), again.texts("key."));
        assertEquals(Optional.of("x"), again.get("other"));
        assertEquals("[\"a\"]", again.json("list").orElseThrow().toString());
        assertEquals(Optional.of(Path.of("/opt/ort")), again.natives());
        assertEquals(Optional.empty(), again.with("other", "").get("other"));
        assertEquals(Optional.of("x"), again.get("other"), "settings never change");
    }
}
