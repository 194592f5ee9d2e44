package studio.parley.onnx;

import java.util.ArrayList;
import java.util.List;

/** The cache in the memory of the graph's device; rows are moved whole. Tested with the CPU allocator against {@link HostKvCache}. */
final class DeviceKvCache implements KvBuffers {
    private record Buffer(KvCache.Slot slot, DeviceRows rows) {}

    private final List<Buffer> buffers = new ArrayList<>();
    private final int rows;
    private final int capacity;

    DeviceKvCache(Graph graph, List<KvCache.Slot> slots, int rows, int capacity) {
        var declared = graph.shape(slots.getFirst().past());
        var type = graph.type(slots.getFirst().past());
        this.rows = rows;
        this.capacity = capacity;
        for (var slot : slots) buffers.add(new Buffer(slot, new DeviceRows(graph, type, rows, declared[1], capacity, declared[3])));
    }

    @Override
    public void bind(Binding binding, int first, int count) {
        for (var b : buffers) {
            b.rows.input(binding, b.slot.past(), first, count);
            b.rows.output(binding, b.slot.present(), first, count);
        }
    }

    @Override
    public void copy(int from, int to, int positions) {
        check(from, positions);
        check(to, positions);
        if (positions > 0) buffers.forEach(b -> b.rows.copy(from, to));
    }

    @Override
    public void swap(int a, int b, int positions) {
        check(a, positions);
        check(b, positions);
        if (positions > 0) buffers.forEach(buffer -> buffer.rows.swap(a, b));
    }

    private void check(int row, int positions) {
        if (row < 0 || row >= rows) throw new IndexOutOfBoundsException("row " + row + " of " + rows);
        if (positions < 0 || positions > capacity) throw new IndexOutOfBoundsException(positions + " of " + capacity + " positions");
    }

    @Override
    public void close() {
        buffers.forEach(b -> b.rows.close());
    }
}
