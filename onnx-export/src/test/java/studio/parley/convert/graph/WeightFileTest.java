package studio.parley.convert.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class WeightFileTest {
    @TempDir
    Path folder;

    private static Payload bytes(int... values) {
        return sinks -> {
            for (var v : values) sinks.getFirst().put(ByteBuffer.wrap(new byte[] {(byte) v}));
        };
    }

    @Test
    void tensorsLieOnPagesAndEqualKeysAreOne() throws IOException {
        var file = new WeightFile("w.bin");
        var first = file.add("a", DType.UINT8, bytes(1, 2, 3), 3);
        var second = file.add("b", DType.UINT8, bytes(4, 5), 2);
        assertEquals(first, file.add("a", DType.UINT8, bytes(9, 9, 9), 3));
        assertEquals(4096, second.offset());
        var seen = new ArrayList<Long>();
        file.write(folder, (tensor, done, total) -> seen.add(done), 0, file.bytes());
        var all = Files.readAllBytes(folder.resolve("w.bin"));
        assertEquals(4098, all.length);
        assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOf(all, 3));
        assertArrayEquals(new byte[] {4, 5}, Arrays.copyOfRange(all, 4096, 4098));
        assertEquals(file.bytes(), seen.getLast());
        assertTrue(seen.stream().sorted().toList().equals(seen), "progress only grows");
    }

    @Test
    void aPartOfATensorLiesWithinIt() {
        var part = new WeightFile("w.bin").add("a", DType.FLOAT, sinks -> { }, 10, 3).rows(4, 6);
        assertEquals(List.of(2L, 3L), part.dims());
        assertEquals(48, part.offset());
        assertEquals(24, part.length());
    }

    @Test
    void twoMeaningsOfOneKeyAreADefect() {
        var file = new WeightFile("w.bin");
        file.add("a", DType.UINT8, bytes(1), 1);
        assertThrows(IllegalArgumentException.class, () -> file.add("a", DType.UINT8, bytes(1, 2), 2));
    }

    @Test
    void payloadsOfTheWrongLengthAreADefect() {
        for (var payload : List.of(bytes(1), bytes(1, 2, 3))) {
            var file = new WeightFile("w" + System.identityHashCode(payload));
            file.add("a", DType.UINT8, payload, 2);
            assertThrows(IllegalStateException.class, () -> file.write(folder, Progress.NONE, 0, 2));
        }
    }

    @Test
    void aDiskThatRefusesIsAProblemThatNamesTheFile() {
        var file = new WeightFile("w.bin");
        file.add("a", DType.UINT8, bytes(1), 1);
        var problem = assertThrows(Problem.class, () -> file.write(folder.resolve("missing"), Progress.NONE, 0, 1));
        assertTrue(problem.getMessage().contains("w.bin"), problem.getMessage());
        assertEquals(Problem.Kind.DISK, problem.kind());
    }
}
