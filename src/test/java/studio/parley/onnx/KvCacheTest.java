package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph adds x to every number of a row: what a row holds tells how often it was run. */
class KvCacheTest {
    private static final List<KvCache.Slot> SLOTS = List.of(new KvCache.Slot("past_0", "present_0"), new KvCache.Slot("past_1", "present_1"));
    private static final int CAPACITY = 5;

    @TempDir
    Path folder;
    private Graph graph;
    private KvCache cache;
    private final Tensor ones = Tensor.floats(3, 1, 1, 1);

    @BeforeEach
    void open() throws Exception {
        var signature = new Signature().input("x", ElementType.FLOAT, 4);
        for (var s : SLOTS) signature.input(s.past(), ElementType.FLOAT, 4).output(s.present(), ElementType.FLOAT, 4);
        graph = OrtRuntime.open(DevicePreference.CPU).load(TinyOnnx.counter(folder), signature);
        cache = new KvCache(graph, SLOTS, 3, CAPACITY, place());
        for (int i = 0; i < 3; i++) ones.floats().put(i, 1);
    }

    RowBuffer.Place place() {
        return RowBuffer.Place.HOST;
    }

    @AfterEach
    void close() {
        cache.close();
        graph.close();
        ones.close();
    }

    @Test
    void rowsAreUpdatedInPlace() {
        add(0, 3);
        add(1, 1);
        add(1, 2);
        assertArrayEquals(new float[] {1, 3, 2}, firsts());
    }

    @Test
    void copyTakesTheFirstPositions() {
        add(0, 1);
        cache.copy(0, 2, 2);
        add(2, 1);
        assertArrayEquals(new float[] {1, 0, 2}, firsts());
        assertArrayEquals(new float[] {2, 2, 2, 2, 2, 2}, java.util.Arrays.copyOf(stripe(2), 6));
    }

    @Test
    void swapExchanges() {
        add(0, 1);
        add(1, 1);
        add(1, 1);
        cache.swap(0, 1, CAPACITY);
        cache.swap(1, 2, CAPACITY);
        assertArrayEquals(new float[] {2, 0, 1}, firsts());
        cache.swap(0, 0, CAPACITY);
        cache.copy(2, 2, CAPACITY);
        assertArrayEquals(new float[] {2, 0, 1}, firsts());
    }

    @Test
    void beyondTheCapacityIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> cache.copy(0, 1, CAPACITY + 1));
        assertThrows(IndexOutOfBoundsException.class, () -> cache.swap(0, 3, 1));
    }

    private void add(int first, int count) {
        try (var binding = graph.bind()) {
            binding.input("x", ones.rows(0, count)).cache(cache, first, count).run();
        }
    }

    /** First number of every row, read by adding nothing into a fresh tensor. */
    private float[] firsts() {
        return new float[] {stripe(0)[0], stripe(1)[0], stripe(2)[0]};
    }

    private float[] stripe(int row) {
        try (var zero = Tensor.floats(1, 1, 1, 1); var a = Tensor.floats(1, 2, CAPACITY, 3); var b = Tensor.floats(1, 2, CAPACITY, 3)) {
            try (var binding = graph.bind()) {
                binding.cache(cache, row, 1).input("x", zero).output("present_0", a).output("present_1", b).run();
            }
            assertArrayEquals(GraphTest.read(a), GraphTest.read(b));
            var out = new float[CAPACITY * 3];
            a.floats().get(CAPACITY * 3, out);
            assertArrayEquals(out, java.util.Arrays.copyOf(GraphTest.read(a), CAPACITY * 3));
            return out;
        }
    }
}
