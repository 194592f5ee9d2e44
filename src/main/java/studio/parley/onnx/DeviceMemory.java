package studio.parley.onnx;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The memory of a graph's device, through the C interface: the official Java classes only support host memory, and the keys and values of
 * the backbone (16 to 67 MB) and the state of the codec (8 MB) would be transferred twice per frame. Values are copied by a graph of one
 * {@code Identity} on the same device. Belongs to its graph. Thread-safe.
 */
final class DeviceMemory implements AutoCloseable {
    private final OrtCApi api = OrtCApi.get();
    private final Graph graph;
    private final MemorySegment place;
    private final MemorySegment allocator;
    private final Map<ElementType, Graph> copiers = new EnumMap<>(ElementType.class);

    DeviceMemory(Graph graph) {
        this.graph = graph;
        try (var arena = Arena.ofConfined()) {
            this.place = api.make(OrtCApi.CREATE_MEMORY_INFO, arena.allocateFrom(graph.memoryName()), 0, 0, 0);
            this.allocator = api.make(OrtCApi.CREATE_ALLOCATOR, OrtCApi.handle(graph.session()), place);
        }
    }

    /** A new value, whose content may be anything. */
    MemorySegment allocate(ElementType type, long... shape) {
        try (var arena = Arena.ofConfined()) {
            return api.make(OrtCApi.CREATE_TENSOR, allocator, arena.allocateFrom(JAVA_LONG, shape), (long) shape.length, type.code());
        }
    }

    /** Where the content of a value is. */
    MemorySegment data(MemorySegment value) {
        return api.make(OrtCApi.TENSOR_DATA, value);
    }

    /** A value over the memory of another, from byte {@code offset} on. */
    MemorySegment view(MemorySegment data, long offset, ElementType type, long... shape) {
        long bytes = Arrays.stream(shape).reduce(type.bytes(), Math::multiplyExact);
        try (var arena = Arena.ofConfined()) {
            return api.make(OrtCApi.CREATE_TENSOR_WITH_DATA, place, MemorySegment.ofAddress(data.address() + offset), bytes,
                    arena.allocateFrom(JAVA_LONG, shape), (long) shape.length, type.code());
        }
    }

    void release(MemorySegment value) {
        api.release(OrtCApi.RELEASE_VALUE, value);
    }

    /** Copies its input "x" to its output "y", both of four axes. */
    synchronized Binding copier(ElementType type) {
        return copiers.computeIfAbsent(type, this::load).bind();
    }

    private Graph load(ElementType type) {
        var name = "copy-" + (type == ElementType.FLOAT16 ? "float16" : "float") + ".onnx";
        try (var in = DeviceMemory.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in Parley's jar");
            return graph.sibling(name, in.readAllBytes(), new Signature().input("x", type, 4).output("y", type, 4));
        } catch (IOException | OrtException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Override
    public void close() {
        copiers.values().forEach(Graph::close);
        api.release(OrtCApi.RELEASE_ALLOCATOR, allocator);
        api.release(OrtCApi.RELEASE_MEMORY_INFO, place);
    }
}
