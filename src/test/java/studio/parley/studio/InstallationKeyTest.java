package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class InstallationKeyTest {
    @TempDir
    Path temp;

    @Test
    void madeOnceAndTheSameEverAfter() throws Exception {
        var file = temp.resolve("new/folder/watermark.key");
        var key = InstallationKey.of(file);
        assertEquals(key.text(), InstallationKey.of(file).text());
        assertEquals(key.text() + "\n", Files.readString(file));
        assertNotEquals(key.text(), InstallationKey.of(temp.resolve("other.key")).text());
        try (var beside = Files.list(file.getParent())) {
            assertEquals(List.of(file), beside.toList());
        }
    }

    /** The folder cannot be made; that is no damaged key. */
    @Test
    void aFolderThatLeadsNowhereIsSaid() throws Exception {
        var link = Files.createSymbolicLink(temp.resolve("home"), temp.resolve("gone/away"));
        var problem = assertThrows(Problem.class, () -> InstallationKey.of(link.resolve("watermark.key")));
        assertEquals(Problem.Kind.DISK, problem.kind());
        assertTrue(problem.getMessage().contains("the folder " + link), problem.getMessage());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        if (!Files.getFileStore(temp).supportsFileAttributeView("posix")) return;
        var file = temp.resolve("watermark.key");
        InstallationKey.of(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** Several programs that start at once agree on one key. */
    @Test
    void whoeverIsSecondTakesTheFirstOnesKey() {
        for (int round = 0; round < 10; round++) {
            var file = temp.resolve("race" + round + "/watermark.key");
            var keys = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() -> InstallationKey.of(file).text())).toList();
            assertEquals(1, keys.stream().map(CompletableFuture::join).distinct().count());
        }
    }

    /** Whoever loses the key cannot find old marks any more: it is never replaced. */
    @Test
    void aDamagedKeyIsRefusedAndLeftAlone() throws Exception {
        for (var damaged : List.of("", "\n", "nonsense", "parley-key")) {
            var file = Files.writeString(temp.resolve("damaged.key"), damaged);
            var problem = assertThrows(Problem.class, () -> InstallationKey.of(file));
            assertTrue(problem.getMessage().contains("does not contain a valid watermark key") && problem.getMessage().contains("backup"), problem.getMessage());
            assertEquals(damaged, Files.readString(file));
        }
    }
}
