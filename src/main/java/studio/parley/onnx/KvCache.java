package studio.parley.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys and values of past positions: for every layer two buffers [rows, heads, capacity, width] that a graph updates in place
 * (past input = pinned present output; measured 24 ms a step against 28 with outputs of its own). Memory is reserved for the
 * whole capacity but used only as far as positions are written, so a short line costs little. Never on the Java heap.
 * Not thread-safe.
 */
public final class KvCache implements AutoCloseable {
    /** Names of one buffer at the graph's border. */
    public record Slot(String past, String present) {}

    private record Buffer(Slot slot, Tensor tensor) {}

    private final List<Buffer> buffers = new ArrayList<>();
    private final int rows;
    private final int heads;
    private final int capacity;
    private final long positionBytes;

    /** A cache for {@code graph}, which declares heads and width of the buffers named by {@code slots}. */
    public KvCache(Graph graph, List<Slot> slots, int rows, int capacity) {
        var declared = graph.shape(slots.getFirst().past());
        this.rows = rows;
        this.capacity = capacity;
        this.heads = Math.toIntExact(declared[1]);
        var type = graph.type(slots.getFirst().past());
        this.positionBytes = declared[3] * type.bytes();
        for (var slot : slots) buffers.add(new Buffer(slot, Tensor.zeros(type, rows, heads, capacity, declared[3])));
    }

    public int rows() {
        return rows;
    }

    /** Positions a row can hold. */
    public int capacity() {
        return capacity;
    }

    /** Bytes one position of one row takes, over all layers. */
    public long bytesPerPosition() {
        return buffers.size() * heads * positionBytes;
    }

    void bind(Binding binding, int first, int count) {
        for (var b : buffers) {
            var view = b.tensor.rows(first, count);
            binding.input(b.slot.past(), view).output(b.slot.present(), view);
        }
    }

    /** Makes the first {@code positions} of row {@code to} equal those of row {@code from}. */
    public void copy(int from, int to, int positions) {
        if (from == to) return;
        each(from, to, positions, (source, target, bytes) -> MemorySegment.copy(source, 0, target, 0, bytes));
    }

    /** Exchanges the first {@code positions} of two rows. */
    public void swap(int a, int b, int positions) {
        if (a == b) return;
        try (var arena = Arena.ofConfined()) {
            var spare = arena.allocate(Math.max(1, positions * positionBytes));
            each(a, b, positions, (one, other, bytes) -> {
                MemorySegment.copy(one, 0, spare, 0, bytes);
                MemorySegment.copy(other, 0, one, 0, bytes);
                MemorySegment.copy(spare, 0, other, 0, bytes);
            });
        }
    }

    private interface Move {
        void stripe(MemorySegment one, MemorySegment other, long bytes);
    }

    /** Visits each head's stripe of the first {@code positions}: positions are the third axis, so stripes lie apart. */
    private void each(int a, int b, int positions, Move move) {
        if (positions < 0 || positions > capacity) throw new IndexOutOfBoundsException(positions + " of " + capacity + " positions");
        if (positions == 0) return;
        var stripe = positions * positionBytes;
        for (var buffer : buffers) {
            for (int h = 0; h < heads; h++) {
                var one = buffer.tensor.memory().asSlice(offset(a, h), stripe);
                var other = buffer.tensor.memory().asSlice(offset(b, h), stripe);
                move.stripe(one, other, stripe);
            }
        }
    }

    private long offset(int row, int head) {
        return ((long) row * heads + head) * capacity * positionBytes;
    }

    @Override
    public void close() {
        buffers.forEach(b -> b.tensor.close());
    }
}
