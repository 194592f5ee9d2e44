package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.io.AppFolders;
import studio.parley.problem.Problem;

class NativeLibrariesTest {
    @TempDir
    Path folder;

    @Test
    void unpacksOnceAndLeavesNothingElse() throws Exception {
        var first = NativeLibraries.unpacked(folder);
        var library = first.resolve(System.mapLibraryName("onnxruntime"));
        var when = Files.getLastModifiedTime(library);
        assertEquals(first, NativeLibraries.unpacked(folder));
        assertEquals(when, Files.getLastModifiedTime(library));
        try (var files = Files.list(first)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
        }
    }

    @Test
    void aHalfUnpackedLibraryIsReplaced() throws Exception {
        var library = NativeLibraries.unpacked(folder).resolve(System.mapLibraryName("onnxruntime4j_jni"));
        var size = Files.size(library);
        Files.write(library, new byte[10]);
        NativeLibraries.unpacked(folder);
        assertEquals(size, Files.size(library));
    }

    @Test
    void anUnwritableCacheIsNamed() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var problem = assertThrows(Problem.class, () -> NativeLibraries.unpacked(file));
        assertTrue(problem.getMessage().contains(file.toString()) && problem.getMessage().contains("PARLEY_HOME"), problem.getMessage());
    }

    @Test
    void aNativesFolderWithoutLibrariesIsNamed() {
        var problem = assertThrows(Problem.class, () -> NativeLibraries.named(folder));
        assertTrue(problem.getMessage().contains(folder.toString()));
    }

    @Test
    void theLibraryIsToldToSendNothingAndKeepsNoFolder() throws Exception {
        OrtEnvironmentHolder.get();
        var linker = Linker.nativeLinker();
        var getenv = linker.downcallHandle(linker.defaultLookup().findOrThrow("getenv"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (var arena = Arena.ofConfined()) {
            var value = (MemorySegment) getenv.invokeWithArguments(arena.allocateFrom("ORT_DISABLE_TELEMETRY"));
            assertEquals("1", value.reinterpret(2).getString(0));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        var kept = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
        kept.setAccessible(true);
        assertTrue(((Path) kept.get(null)).startsWith(AppFolders.ofUser().cache()));
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

    /** Libraries for a card that cannot be loaded are noticed in a process of their own: each process loads libraries once. */
    @Test
    void damagedLibrariesOfACardAreReplacedByTheUsualOnesInTheSameStart() throws Exception {
        var cards = Files.createDirectories(folder.resolve("natives/cuda"));
        var sizes = new TreeMap<String, Long>();
        for (var name : CardLibraries.required()) {
            Files.writeString(cards.resolve(name), "no library");
            sizes.put(name, 10L);
        }
        CardLibraries.complete(cards, sizes);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-Dparley.home=" + folder, "-cp", System.getProperty("java.class.path"), CardChild.class.getName())
                .redirectErrorStream(true).start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, child.waitFor(), said);
        said = said.substring(said.lastIndexOf('\n') + 1);   // Java warns about files that are no libraries
        assertEquals("CPU: The graphics card cannot be used (its libraries in " + cards + " could not be loaded), so the processor computes instead. Get them again with "
                + "'parley gpu setup', or in the studio under Settings, Graphics card.", said);
    }
}
