package studio.parley.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * The cache in host memory. The whole capacity is reserved, but memory is used only for positions that are written, so a short line costs
 * little.
 */
final class HostKvCache implements KvBuffers {
    private record Buffer(KvCache.Slot slot, Tensor tensor) {}

    private final List<Buffer> buffers = new ArrayList<>();
    private final int heads;
    private final int capacity;
    private final long positionBytes;

    HostKvCache(Graph graph, List<KvCache.Slot> slots, int rows, int capacity) {
        var declared = graph.shape(slots.getFirst().past());
        this.capacity = capacity;
        this.heads = Math.toIntExact(declared[1]);
        var type = graph.type(slots.getFirst().past());
        this.positionBytes = declared[3] * type.bytes();
        for (var slot : slots) buffers.add(new Buffer(slot, Tensor.zeros(type, rows, heads, capacity, declared[3])));
    }

    @Override
    public void bind(Binding binding, int first, int count) {
        for (var b : buffers) {
            var view = b.tensor.rows(first, count);
            binding.input(b.slot.past(), view).output(b.slot.present(), view);
        }
    }

    @Override
    public void copy(int from, int to, int positions) {
        if (from == to) return;
        each(from, to, positions, (source, target, bytes) -> MemorySegment.copy(source, 0, target, 0, bytes));
    }

    @Override
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

    /** Visits each head's part of the first {@code positions}: positions are the third axis, so these parts are not contiguous. */
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
