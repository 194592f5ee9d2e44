package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class NativesTest {
    @TempDir
    Path folder;

    @Test
    void unpacksOnceAndLeavesNothingElse() throws Exception {
        var first = Natives.unpacked(folder).orElseThrow();
        var library = first.resolve(System.mapLibraryName("onnxruntime"));
        var when = Files.getLastModifiedTime(library);
        assertEquals(first, Natives.unpacked(folder).orElseThrow());
        assertEquals(when, Files.getLastModifiedTime(library));
        try (var files = Files.list(first)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
        }
    }

    @Test
    void aHalfUnpackedLibraryIsReplaced() throws Exception {
        var library = Natives.unpacked(folder).orElseThrow().resolve(System.mapLibraryName("onnxruntime4j_jni"));
        var size = Files.size(library);
        Files.write(library, new byte[10]);
        Natives.unpacked(folder);
        assertEquals(size, Files.size(library));
    }

    @Test
    void anUnwritableCacheIsNoTrouble() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        assertEquals(Optional.empty(), Natives.unpacked(file));
    }

    @Test
    void aNativesFolderWithoutLibrariesIsNamed() {
        var problem = assertThrows(Problem.class, () -> Natives.prepare(Optional.of(folder)));
        assertTrue(problem.getMessage().contains(folder.toString()));
    }

    @Test
    void coresAreCountedOnceEach() throws Exception {
        var siblings = new String[] {"0,2", "1,3", "0,2", "1,3"};
        for (int i = 0; i < siblings.length; i++) {
            Files.writeString(Files.createDirectories(folder.resolve("cpu" + i + "/topology")).resolve("thread_siblings_list"), siblings[i] + "\n");
        }
        assertEquals(2, PhysicalCores.count(folder, 4));
        assertEquals(1, PhysicalCores.count(folder, 1));
        assertEquals(6, PhysicalCores.count(folder.resolve("none"), 6));
    }
}
