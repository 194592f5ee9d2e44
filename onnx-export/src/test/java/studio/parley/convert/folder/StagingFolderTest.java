package studio.parley.convert.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class StagingFolderTest {
    @TempDir
    Path parent;

    @Test
    void theNameAppearsOnlyWhenFinished() throws Exception {
        var output = parent.resolve("sub").resolve("m");
        try (var u = StagingFolder.begin(output, false)) {
            Files.writeString(u.folder().resolve("model.json"), "{}");
            assertFalse(Files.exists(output));
            u.finish();
        }
        assertEquals("{}", Files.readString(output.resolve("model.json")));
        assertEquals(1, output.toFile().list().length);
        assertEquals(1, output.getParent().toFile().list().length);
    }

    @Test
    void twoAtOnceAreKeptApart() {
        try (var first = StagingFolder.begin(parent.resolve("m"), false)) {
            var message = assertThrows(Problem.class, () -> StagingFolder.begin(parent.resolve("m"), false)).getMessage();
            assertTrue(message.contains("Another conversion"), message);
            assertTrue(Files.exists(first.folder()));
        }
        assertEquals(0, parent.toFile().list().length);
    }

    @Test
    void aModelReplacedWhenThePowerFailedComesBack() throws Exception {
        var output = parent.resolve("m");
        Files.writeString(Files.createDirectories(parent.resolve(".m.replaced")).resolve("model.json"), "old");
        try (var u = StagingFolder.begin(output, true)) {
            assertEquals("old", Files.readString(output.resolve("model.json")));
            Files.writeString(u.folder().resolve("model.json"), "new");
            u.finish();
        }
        assertEquals("new", Files.readString(output.resolve("model.json")));
        assertEquals(1, parent.toFile().list().length);
    }

    @Test
    void linksInWhatIsClearedAreNotFollowed() throws Exception {
        var precious = Files.writeString(Files.createDirectories(parent.resolve("precious")).resolve("novel.txt"), "words");
        var left = Files.createDirectories(parent.resolve(".m.unfinished"));
        Files.createSymbolicLink(left.resolve("link"), precious.getParent());
        StagingFolder.begin(parent.resolve("m"), false).close();
        assertTrue(Files.exists(precious));
    }

    @Test
    void filesAndOtherFoldersAreNotTouched() throws Exception {
        Files.writeString(parent.resolve("file"), "x");
        assertThrows(Problem.class, () -> StagingFolder.begin(parent.resolve("file"), true));
        assertThrows(Problem.class, () -> StagingFolder.begin(parent, true));
        assertThrows(Problem.class, () -> StagingFolder.begin(Path.of("/"), true));
        assertEquals("x", Files.readString(parent.resolve("file")));
    }

    @Test
    void aModelFolderWithFilesOfTheUsersIsNotReplaced() throws Exception {
        var model = Files.createDirectories(parent.resolve("m"));
        Files.writeString(model.resolve("model.json"), "{\"files\":[{\"file\":\"backbone.onnx\"}]}");
        Files.writeString(model.resolve("backbone.onnx"), "weights");
        Files.writeString(model.resolve("notes.txt"), "mine");
        assertTrue(assertThrows(Problem.class, () -> StagingFolder.begin(model, true)).getMessage().contains("also contains notes.txt"));
        Files.delete(model.resolve("notes.txt"));
        StagingFolder.begin(model, true).close();
        assertEquals("weights", Files.readString(model.resolve("backbone.onnx")));
    }

    @Test
    void aModelBehindALinkIsReplacedAndTheLinkStays() throws Exception {
        var real = Files.createDirectories(parent.resolve("far/real"));
        Files.writeString(real.resolve("model.json"), "old");
        var link = Files.createSymbolicLink(parent.resolve("link"), real);
        try (var u = StagingFolder.begin(link, true)) {
            Files.writeString(u.folder().resolve("model.json"), "new");
            u.finish();
        }
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real.resolve("model.json")));
    }
}
