package studio.parley.onnx;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in the memory of the graph's device. Tested with the CPU allocator against {@link HostRows}. */
final class DeviceRows extends RowBuffer {
    private final DeviceMemory memory;
    private final ElementType type;
    private final int rows;
    private final long[] shape;
    private final MemorySegment value;
    private final MemorySegment data;
    private final Map<List<Integer>, MemorySegment> views = new HashMap<>();
    private final Map<Integer, MemorySegment> flat = new HashMap<>();
    private final Binding moving;
    private @Nullable MemorySegment spare;

    DeviceRows(Graph graph, ElementType type, int rows, long... shape) {
        this.memory = graph.deviceMemory();
        this.type = type;
        this.rows = rows;
        this.shape = shape.clone();
        this.value = memory.allocate(type, prepend(rows, shape));
        this.data = memory.data(value);
        this.moving = memory.copier(type);
        clear();
    }

    static long[] prepend(long rows, long... shape) {
        var all = new long[shape.length + 1];
        all[0] = rows;
        System.arraycopy(shape, 0, all, 1, shape.length);
        return all;
    }

    /** New device memory may contain anything, and a masked position times NaN would not vanish. */
    private void clear() {
        try (var zeros = Tensor.zeros(type, flatShape())) {
            for (int row = 0; row < rows; row++) move(OrtCApi.handle(zeros.handle()), flat(row));
        }
    }

    @Override
    void input(Binding binding, String name, int first, int count) {
        binding.input(name, view(first, count));
    }

    @Override
    void output(Binding binding, String name, int first, int count) {
        binding.output(name, view(first, count));
    }

    @Override
    public void copy(int from, int to) {
        if (from != to) move(flat(from), flat(to));
    }

    @Override
    public void swap(int a, int b) {
        if (a == b) return;
        if (spare == null) spare = memory.allocate(type, flatShape());
        move(flat(a), spare);
        move(flat(b), flat(a));
        move(spare, flat(b));
    }

    private void move(MemorySegment from, MemorySegment to) {
        moving.input("x", from).output("y", to).run();
    }

    private MemorySegment view(int first, int count) {
        if (first < 0 || count < 1 || first + count > rows) throw new IndexOutOfBoundsException(first + "+" + count + " of " + rows + " rows");
        return views.computeIfAbsent(List.of(first, count), _ -> memory.view(data, first * rowBytes(), type, prepend(count, shape)));
    }

    /** A row in the shape of the copying graph. */
    private MemorySegment flat(int row) {
        if (row < 0 || row >= rows) throw new IndexOutOfBoundsException("row " + row + " of " + rows);
        return flat.computeIfAbsent(row, _ -> memory.view(data, row * rowBytes(), type, flatShape()));
    }

    private long[] flatShape() {
        return new long[] {1, 1, 1, rowBytes() / type.bytes()};
    }

    private long rowBytes() {
        return Arrays.stream(shape).reduce(type.bytes(), Math::multiplyExact);
    }

    @Override
    public void close() {
        moving.close();
        views.values().forEach(memory::release);
        flat.values().forEach(memory::release);
        if (spare != null) memory.release(spare);
        memory.release(value);
    }
}
