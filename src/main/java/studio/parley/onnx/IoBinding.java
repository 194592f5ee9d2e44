package studio.parley.onnx;

import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;

/** A run whose inputs and outputs may lie on the device, through the C interface. Belongs to one {@link Binding}. */
final class IoBinding implements AutoCloseable {
    private final CApi api = CApi.get();
    private final Arena arena = Arena.ofShared();
    private final Map<String, MemorySegment> names = new HashMap<>();
    private final MemorySegment session;
    private final MemorySegment binding;

    IoBinding(Graph graph) {
        this.session = CApi.handle(graph.session());
        this.binding = api.make(CApi.CREATE_IO_BINDING, session);
    }

    void input(String name, MemorySegment value) {
        api.call(CApi.BIND_INPUT, binding, name(name), value);
    }

    void output(String name, MemorySegment value) {
        api.call(CApi.BIND_OUTPUT, binding, name(name), value);
    }

    void run(OrtSession.RunOptions options) {
        api.call(CApi.RUN_WITH_BINDING, session, CApi.handle(options), binding);
        api.call(CApi.SYNCHRONIZE_OUTPUTS, binding);
    }

    private MemorySegment name(String name) {
        return names.computeIfAbsent(name, arena::allocateFrom);
    }

    @Override
    public void close() {
        api.release(CApi.RELEASE_IO_BINDING, binding);
        arena.close();
    }
}
