package studio.parley.onnx;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cache in the memory of the graph's device, bound through the C interface: the official Java classes only support host memory, and 16
 * to 67 MB of keys and values would be transferred twice per frame. Rows are moved by a graph of one {@code Identity} on the same device,
 * whole rows at a time. Tested with the CPU allocator against {@link HostKvCache}.
 */
final class DeviceKvCache implements KvBuffers {
    private record Buffer(KvCache.Slot slot, MemorySegment value, MemorySegment data) {}

    private final OrtCApi api = OrtCApi.get();
    private final List<Buffer> buffers = new ArrayList<>();
    private final Map<List<Integer>, List<MemorySegment>> views = new HashMap<>();
    private final ElementType type;
    private final int rows;
    private final int capacity;
    private final long heads;
    private final long width;
    private final MemorySegment place;
    private final MemorySegment allocator;
    private final Graph mover;
    private final Binding moving;

    DeviceKvCache(Graph graph, List<KvCache.Slot> slots, int rows, int capacity) {
        var declared = graph.shape(slots.getFirst().past());
        this.type = graph.type(slots.getFirst().past());
        this.rows = rows;
        this.capacity = capacity;
        this.heads = declared[1];
        this.width = declared[3];
        try (var arena = Arena.ofConfined()) {
            this.place = api.make(OrtCApi.CREATE_MEMORY_INFO, arena.allocateFrom(graph.memory()), 0, 0, 0);
            this.allocator = api.make(OrtCApi.CREATE_ALLOCATOR, OrtCApi.handle(graph.session()), place);
            for (var slot : slots) {
                // One more row than requested: the spare through which rows are exchanged.
                var value = api.make(OrtCApi.CREATE_TENSOR, allocator, shape(arena, rows + 1), 4L, type.code());
                buffers.add(new Buffer(slot, value, api.make(OrtCApi.TENSOR_DATA, value)));
            }
        }
        this.mover = mover(graph);
        this.moving = mover.bind();
        clear();
    }

    private Graph mover(Graph graph) {
        var name = "copy-" + (type == ElementType.FLOAT16 ? "float16" : "float") + ".onnx";
        try (var in = DeviceKvCache.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in Parley's jar");
            return graph.sibling(name, in.readAllBytes(), new Signature().input("x", type, 4).output("y", type, 4));
        } catch (java.io.IOException | OrtException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** New device memory may contain anything, and a masked position times NaN would not vanish. */
    private void clear() {
        try (var zeros = Tensor.zeros(type, 1, heads, capacity, width)) {
            for (int row = 0; row <= rows; row++) {
                for (var to : view(row, 1)) moving.device("x", OrtCApi.handle(zeros.handle()), "y", to).run();
            }
        }
    }

    private MemorySegment shape(Arena arena, int count) {
        return arena.allocateFrom(JAVA_LONG, count, heads, capacity, width);
    }

    private List<MemorySegment> view(int first, int count) {
        return views.computeIfAbsent(List.of(first, count), _ -> {
            var out = new ArrayList<MemorySegment>();
            var rowBytes = heads * capacity * width * type.bytes();
            try (var arena = Arena.ofConfined()) {
                for (var b : buffers) {
                    out.add(api.make(OrtCApi.CREATE_TENSOR_WITH_DATA, place, MemorySegment.ofAddress(b.data.address() + first * rowBytes),
                            count * rowBytes, shape(arena, count), 4L, type.code()));
                }
            }
            return out;
        });
    }

    @Override
    public void bind(Binding binding, int first, int count) {
        check(first, 0);
        check(first + count - 1, 0);
        var values = view(first, count);
        for (int i = 0; i < buffers.size(); i++) {
            var slot = buffers.get(i).slot;
            binding.device(slot.past(), values.get(i), slot.present(), values.get(i));
        }
    }

    @Override
    public void copy(int from, int to, int positions) {
        check(from, positions);
        check(to, positions);
        if (from != to && positions > 0) move(from, to);
    }

    @Override
    public void swap(int a, int b, int positions) {
        check(a, positions);
        check(b, positions);
        if (a == b || positions == 0) return;
        move(a, rows);
        move(b, a);
        move(rows, b);
    }

    private void move(int from, int to) {
        var source = view(from, 1);
        var target = view(to, 1);
        for (int i = 0; i < buffers.size(); i++) moving.device("x", source.get(i), "y", target.get(i)).run();
    }

    private void check(int row, int positions) {
        if (row < 0 || row >= rows) throw new IndexOutOfBoundsException("row " + row + " of " + rows);
        if (positions < 0 || positions > capacity) throw new IndexOutOfBoundsException(positions + " of " + capacity + " positions");
    }

    @Override
    public void close() {
        moving.close();
        mover.close();
        views.values().forEach(v -> v.forEach(value -> api.release(OrtCApi.RELEASE_VALUE, value)));
        buffers.forEach(b -> api.release(OrtCApi.RELEASE_VALUE, b.value));
        api.release(OrtCApi.RELEASE_ALLOCATOR, allocator);
        api.release(OrtCApi.RELEASE_MEMORY_INFO, place);
    }
}
