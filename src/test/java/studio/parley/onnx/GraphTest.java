package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class GraphTest {
    private static final Signature TWICE = new Signature().input("x", ElementType.FLOAT, 1).output("y", ElementType.FLOAT, 1);
    private final OrtRuntime runtime = OrtRuntime.open(RuntimeOptions.of(DevicePreference.CPU).withThreads(1));

    @TempDir
    Path folder;

    @Test
    void runsIntoTheTensorsItWasGiven() throws Exception {
        try (var graph = runtime.load(TinyOnnx.twice(folder), TWICE); var x = Tensor.floats(3); var y = Tensor.floats(3)) {
            var binding = graph.bind().input("x", x).output("y", y);
            for (int round = 1; round < 4; round++) {
                for (int i = 0; i < 3; i++) x.floats().put(i, round * i);
                binding.run();
                assertArrayEquals(new float[] {0, 2 * round, 4 * round}, read(y));
            }
        }
    }

    @Test
    void viewsShareTheMemory() throws Exception {
        try (var graph = runtime.load(TinyOnnx.twice(folder), TWICE); var x = Tensor.floats(4, 2); var y = Tensor.floats(4, 2)) {
            for (int i = 0; i < 8; i++) x.floats().put(i, i);
            graph.bind().input("x", x.rows(1, 2).as(4)).output("y", y.rows(2, 2).as(4)).run();
            assertArrayEquals(new float[] {0, 0, 0, 0, 4, 6, 8, 10}, read(y));
        }
    }

    @Test
    void rowsOutsideAreRefused() {
        try (var x = Tensor.floats(4, 2)) {
            assertThrows(IndexOutOfBoundsException.class, () -> x.rows(3, 2));
            assertThrows(IndexOutOfBoundsException.class, () -> x.as(9));
            assertThrows(IllegalStateException.class, x::longs);
        }
    }

    @Test
    void aGraphThatDoesNotFitIsNamed() throws Exception {
        var file = TinyOnnx.twice(folder);
        misfit(file, new Signature().input("z", ElementType.FLOAT, 1).output("y", ElementType.FLOAT, 1), "input \"z\" is missing");
        misfit(file, new Signature().input("x", ElementType.INT64, 1).output("y", ElementType.FLOAT, 1), "is FLOAT, not INT64");
        misfit(file, new Signature().input("x", ElementType.FLOAT, 2).output("y", ElementType.FLOAT, 1), "has 1 axes, not 2");
        misfit(file, new Signature().input("x", ElementType.FLOAT, 1).output("w", ElementType.FLOAT, 1), "output \"w\" is missing");
        misfit(file, new Signature().output("y", ElementType.FLOAT, 1), "Parley does not know");
    }

    @Test
    void optionalInputsMayBeAbsent() throws Exception {
        runtime.load(TinyOnnx.twice(folder), new Signature().input("x", ElementType.FLOAT, 1).optionalInput("forced", ElementType.INT64, 2)
                .output("y", ElementType.FLOAT, 1)).close();
    }

    @Test
    void missingBrokenAndTruncatedFilesAreNamed() throws Exception {
        assertThrows(Problem.class, () -> runtime.load(folder.resolve("none.onnx"), TWICE));
        var whole = Files.readAllBytes(TinyOnnx.twice(folder));
        for (var length : new int[] {0, 1, 7, whole.length / 2, whole.length - 1}) {
            var broken = Files.write(folder.resolve("broken.onnx"), java.util.Arrays.copyOf(whole, length));
            var problem = assertThrows(Problem.class, () -> runtime.load(broken, TWICE));
            assertTrue(problem.getMessage().contains("broken.onnx"), problem.getMessage());
        }
    }

    @Test
    void withoutAGraphicsCardTheProcessorComputesAndSaysWhy() {
        var asked = OrtRuntime.open(DevicePreference.CUDA);
        if (asked.device() == Device.CUDA) return;
        assertTrue(asked.fallback().orElseThrow().startsWith("The graphics card cannot be used"), asked.fallback().toString());
        assertEquals(Device.CPU, OrtRuntime.open(DevicePreference.AUTO).device());
        assertTrue(OrtRuntime.open(DevicePreference.AUTO).fallback().isEmpty());
        assertTrue(runtime.threads() >= 1);
    }

    private void misfit(Path file, Signature signature, String expected) {
        var problem = assertThrows(Problem.class, () -> runtime.load(file, signature));
        assertTrue(problem.getMessage().contains(expected), problem.getMessage());
        assertTrue(problem.getMessage().contains("convert"), problem.getMessage());
    }

    static float[] read(Tensor t) {
        var out = new float[t.count()];
        t.floats().get(out);
        return out;
    }
}
