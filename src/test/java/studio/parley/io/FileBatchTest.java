package studio.parley.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class FileBatchTest {
    @TempDir Path folder;

    private List<String> there() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(f -> !f.equals(folder)).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    @Test
    void nothingAppearsBeforeTheEndAndThenAllDoes() throws IOException {
        var old = Files.writeString(folder.resolve("old"), "before");
        FileBatch.write(() -> {
            AtomicFile.write(old, "after");
            Disk.write(folder.resolve("made/inner/new"), "new");
            assertEquals("before", Disk.text(old).orElseThrow());
            assertFalse(Files.exists(folder.resolve("made/inner/new")));
            return 0;
        });
        assertEquals("after", Files.readString(old));
        assertEquals(List.of("made", "made/inner", "made/inner/new", "old"), there());
    }

    @Test
    void whatIsCancelledLeavesAllAsItWas() throws IOException {
        var old = Files.writeString(folder.resolve("old"), "before");
        var mine = Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("note"), "mine");
        assertThrows(CancellationException.class, () -> FileBatch.write(() -> {
            AtomicFile.write(old, "after");
            AtomicFile.write(mine.resolveSibling("new"), "new");
            Disk.write(folder.resolve("made/inner/new"), "new");
            throw new CancellationException();
        }));
        assertEquals("before", Files.readString(old));
        assertEquals(List.of("mine", "mine/note", "old"), there());
    }

    @Test
    void aPlaceThatIsRefusedAtTheEndTakesTheOthersBack() throws IOException {
        var old = Files.writeString(folder.resolve("old"), "before");
        assertThrows(Problem.class, () -> FileBatch.write(() -> {
            AtomicFile.write(old, "after");
            AtomicFile.write(folder.resolve("fresh"), "new");
            AtomicFile.write(folder.resolve("taken"), "new");
            Disk.folder(folder.resolve("taken"));
            Disk.write(folder.resolve("taken/file"), "by somebody else");
            return 0;
        }));
        assertEquals("before", Files.readString(old));
        assertFalse(Files.exists(folder.resolve("fresh")));
        assertEquals(List.of(), there().stream().filter(n -> n.endsWith(".part")).toList());
    }

    @Test
    void somethingThatSomebodyElsePutIntoAMadeFolderStays() throws IOException {
        var made = folder.resolve("made");
        assertThrows(CancellationException.class, () -> FileBatch.write(() -> {
            Disk.write(made.resolve("new"), "new");
            try {
                Files.writeString(made.resolve("theirs"), "theirs");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            throw new CancellationException();
        }));
        assertEquals(List.of("made", "made/theirs"), there());
    }
}
