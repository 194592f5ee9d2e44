package studio.parley.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class AtomicFileTest {
    @TempDir Path folder;

    @Test
    void linksAreFollowedAndStayLinks() throws IOException {
        var there = Files.writeString(Files.createDirectory(folder.resolve("far")).resolve("real.txt"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("far/real.txt"));
        var chain = Files.createSymbolicLink(folder.resolve("chain"), link);
        var ahead = Files.createSymbolicLink(folder.resolve("ahead"), Path.of("far/new.txt"));
        AtomicFile.write(chain, "new");
        AtomicFile.write(ahead, "fresh");
        assertEquals("new", Files.readString(there));
        assertEquals("fresh", Files.readString(folder.resolve("far/new.txt")));
        for (var l : List.of(link, chain, ahead)) assertTrue(Files.isSymbolicLink(l), l.toString());
        assertEquals(List.of("new.txt", "real.txt"), names(folder.resolve("far")));
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        assertThrows(Problem.class, () -> AtomicFile.write(folder.resolve("a"), "x"));
        assertEquals(List.of("a", "b"), names(folder));
    }

    @Test
    void modesAreThoseOfTheOldFileOrTheUsualOnes() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        var old = Files.writeString(folder.resolve("old"), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw---x"));
        AtomicFile.write(old, "new");
        AtomicFile.write(folder.resolve("fresh"), "new");
        assertEquals("rw-rw---x", PosixFilePermissions.toString(Files.getPosixFilePermissions(old)));
        var usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        assertEquals(usual, Files.getPosixFilePermissions(folder.resolve("fresh")));
    }

    @Test
    void aPipeIsWrittenIntoAndStaysAPipe() throws Exception {
        var pipe = pipe("pipe");
        var link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        for (var name : List.of(pipe, link)) {
            var read = CompletableFuture.supplyAsync(() -> Disk.text(pipe).orElseThrow());
            try (var out = AtomicFile.create(name)) {
                out.write(ByteBuffer.wrap("?ello".getBytes(StandardCharsets.UTF_8)));
                out.patch(0, ByteBuffer.wrap(new byte[] {'h'}));
                out.commit();
            }
            assertEquals("hello", read.get());
            assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
            assertEquals(List.of("link", "pipe"), names(folder));
        }
    }

    @Test
    void aFullDeviceIsAProblem() {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full) && !Files.isWritable(full.getParent()), "as root a fault here would replace the device");
        assertTrue(assertThrows(Problem.class, () -> AtomicFile.write(full, "x")).getMessage().contains("no space left"));
    }

    @Test
    void aFolderIsRefused() {
        var p = assertThrows(Problem.class, () -> AtomicFile.write(folder, "x"));
        assertEquals(folder + " is an existing folder, so no file can be written there. Choose another file name.", p.getMessage());
    }

    @Test
    void aWriteProtectedFileIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("protected"), "old");
        assertTrue(file.toFile().setReadOnly());
        assumeFalse(Files.isWritable(file), "root may write everything");
        assertThrows(Problem.class, () -> AtomicFile.write(file, "new"));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void aMissingFolderIsSaidWithWhatToDo() {
        var file = folder.resolve("no/x.txt");
        var p = assertThrows(Problem.class, () -> AtomicFile.write(file, "x"));
        assertEquals("Could not write " + file + " (no such file or folder). Check the folder, its permissions and the free space.", p.getMessage());
    }

    @Test
    void theLongestNameAndAnySignsInItWork() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "names in ASCII only here");
        for (var name : List.of("x".repeat(251) + ".wav", "日".repeat(85), "😀".repeat(63) + "ab")) {
            AtomicFile.write(folder.resolve(name), "new");
            AtomicFile.write(folder.resolve(name), "newer");
            assertEquals("newer", Files.readString(folder.resolve(name)));
        }
        assertEquals(3, names(folder).size());
        assertThrows(Problem.class, () -> AtomicFile.write(folder.resolve("x".repeat(256)), "x"));
        assertEquals(3, names(folder).size());
    }

    @Test
    void uncommittedLeavesWhatWasThere() throws IOException {
        var file = Files.writeString(folder.resolve("x"), "old");
        try (var out = AtomicFile.create(file)) {
            out.write("half".getBytes(StandardCharsets.UTF_8), 4);
        }
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("x"), names(folder));
    }

    @Test
    void aFullDiskLeavesWhatWasThereAndNothingElse() throws IOException {
        try (var disk = Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(1 << 20).setBlockSize(4096).build())) {
            var work = disk.getPath("/work");
            var file = Files.writeString(work.resolve("x"), "old");
            var p = assertThrows(Problem.class, () -> AtomicFile.write(file, new byte[2 << 20]));
            assertEquals(Problem.Kind.DISK, p.kind());
            assertEquals("old", Files.readString(file));
            assertEquals(List.of("x"), names(work));
            AtomicFile.write(file, new byte[1 << 19]);
            assertEquals(1 << 19, Files.size(file));
        }
    }

    @Test
    void whatKilledProcessesLeftIsSweptAndNothingElse() throws IOException {
        var deep = Files.createDirectories(folder.resolve("audio/ab"));
        for (var name : List.of("x.wav.1-7.part", "x.wav", "my.part", "x.wav." + ProcessHandle.current().pid() + "-1.part")) Files.createFile(deep.resolve(name));
        AtomicFile.sweep(folder);
        assertEquals(3, names(deep).size());
        assertFalse(names(deep).contains("x.wav.1-7.part"));
    }

    @Test
    void shortNamesEndBetweenCharacters() {
        assertEquals("a😀", FileName.shortened("a😀😀", 8));
        assertEquals("é", FileName.shortened("éé", 3));
        assertEquals("abc", FileName.shortened("abc", 3));
        assertFalse(FileName.bytes(FileName.shortened("日本語".repeat(90), FileName.LONGEST)) > FileName.LONGEST);
    }

    private Path pipe(String name) throws Exception {
        var pipe = folder.resolve(name);
        try {
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        } catch (IOException e) {
            assumeTrue(false, "no mkfifo here");
        }
        return pipe;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
