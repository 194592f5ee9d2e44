package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows in host memory and in the device's memory (here the processor's, through the C interface) behave the same. */
class RowBufferTest {
    private static final long[] SHAPE = {2, 5, 3};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(RowBuffer.Place.class)
    void rowsAreZeroCopiedAndExchanged(RowBuffer.Place place) throws Exception {
        try (var graph = counter(); var rows = RowBuffer.of(graph, place, ElementType.FLOAT, 3, SHAPE); var other = rows(graph, place)) {
            assertArrayEquals(new float[] {0, 0, 0}, firsts(graph, rows));
            add(graph, rows, other, 0, 2, 1);
            add(graph, rows, other, 1, 1, 5);
            assertArrayEquals(new float[] {1, 6, 0}, firsts(graph, rows));
            rows.copy(1, 2);
            rows.copy(0, 0);
            rows.swap(0, 1);
            rows.swap(1, 1);
            assertArrayEquals(new float[] {6, 1, 6}, firsts(graph, rows));
        }
    }

    @ParameterizedTest
    @EnumSource(RowBuffer.Place.class)
    void rowsThatDoNotExistAreRefused(RowBuffer.Place place) throws Exception {
        try (var graph = counter(); var rows = rows(graph, place); var binding = graph.bind()) {
            assertThrows(IndexOutOfBoundsException.class, () -> rows.copy(0, 3));
            assertThrows(IndexOutOfBoundsException.class, () -> rows.swap(-1, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> binding.input("past_0", rows, 2, 2));
        }
    }

    /** Adds {@code x} to the numbers of each row. */
    private Graph counter() throws Exception {
        var signature = new Signature().input("x", ElementType.FLOAT, 4);
        for (int i = 0; i < 2; i++) signature.buffer("past_" + i, "present_" + i, 4);
        return OrtRuntime.open(DevicePreference.CPU).load(TinyOnnx.counter(folder), signature);
    }

    private static RowBuffer rows(Graph graph, RowBuffer.Place place) {
        return RowBuffer.of(graph, place, ElementType.FLOAT, 3, SHAPE);
    }

    private static void add(Graph graph, RowBuffer rows, RowBuffer other, int first, int count, float amount) {
        try (var x = Tensor.floats(count, 1, 1, 1); var binding = graph.bind()) {
            for (int i = 0; i < count; i++) x.floats().put(i, amount);
            binding.input("x", x);
            for (var one : List.of("0", "1")) {
                var buffer = one.equals("0") ? rows : other;
                binding.input("past_" + one, buffer, first, count).output("present_" + one, buffer, first, count);
            }
            binding.run();
        }
    }

    private static float[] firsts(Graph graph, RowBuffer rows) {
        var out = new float[3];
        try (var x = Tensor.floats(3, 1, 1, 1); var a = Tensor.floats(3, 2, 5, 3); var b = Tensor.floats(3, 2, 5, 3); var binding = graph.bind()) {
            binding.input("x", x).input("past_0", rows, 0, 3).input("past_1", rows, 0, 3).output("present_0", a).output("present_1", b).run();
            for (int r = 0; r < 3; r++) out[r] = a.floats().get(r * 30);
        }
        return out;
    }
}
