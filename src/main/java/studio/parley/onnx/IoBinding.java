package studio.parley.onnx;

import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;

/** A run whose inputs and outputs may be in device memory, through the C interface. Belongs to one {@link Binding}. */
final class IoBinding implements AutoCloseable {
    private final OrtCApi api = OrtCApi.get();
    private final Arena arena = Arena.ofShared();
    private final Map<String, MemorySegment> names = new HashMap<>();
    private final MemorySegment session;
    private final MemorySegment binding;

    IoBinding(Graph graph) {
        this.session = OrtCApi.handle(graph.session());
        this.binding = api.make(OrtCApi.CREATE_IO_BINDING, session);
    }

    void input(String name, MemorySegment value) {
        api.call(OrtCApi.BIND_INPUT, binding, name(name), value);
    }

    void output(String name, MemorySegment value) {
        api.call(OrtCApi.BIND_OUTPUT, binding, name(name), value);
    }

    void run(OrtSession.RunOptions options) {
        api.call(OrtCApi.RUN_WITH_BINDING, session, OrtCApi.handle(options), binding);
        api.call(OrtCApi.SYNCHRONIZE_OUTPUTS, binding);
    }

    private MemorySegment name(String name) {
        return names.computeIfAbsent(name, arena::allocateFrom);
    }

    @Override
    public void close() {
        api.release(OrtCApi.RELEASE_IO_BINDING, binding);
        arena.close();
    }
}
