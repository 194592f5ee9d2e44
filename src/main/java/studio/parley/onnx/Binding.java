package studio.parley.onnx;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tensors a graph reads and writes when it runs. Set once, run often; setting an entry again replaces it. The same tensor may be an
 * input and an output, so that a KV buffer is updated in place. Not thread-safe.
 */
public final class Binding implements AutoCloseable {
    private final Graph graph;
    private final Map<String, Tensor> in = new LinkedHashMap<>();
    private final Map<String, Tensor> out = new LinkedHashMap<>();
    private final Map<String, MemorySegment> deviceIn = new LinkedHashMap<>();
    private final Map<String, MemorySegment> deviceOut = new LinkedHashMap<>();
    private @Nullable IoBinding io;

    Binding(Graph graph) {
        this.graph = graph;
    }

    /** The file of the graph. */
    public Path file() {
        return graph.file();
    }

    public Binding input(String name, Tensor tensor) {
        in.put(name, tensor);
        deviceIn.remove(name);
        return this;
    }

    public Binding output(String name, Tensor tensor) {
        out.put(name, tensor);
        deviceOut.remove(name);
        return this;
    }

    /** Rows {@code first} to {@code first + count} of a cache as past and present. */
    public Binding cache(KvCache cache, int first, int count) {
        cache.bind(this, first, count);
        return this;
    }

    /** Rows {@code first} to {@code first + count} of a buffer. */
    public Binding input(String name, RowBuffer buffer, int first, int count) {
        buffer.input(this, name, first, count);
        return this;
    }

    /** Rows {@code first} to {@code first + count} of a buffer. */
    public Binding output(String name, RowBuffer buffer, int first, int count) {
        buffer.output(this, name, first, count);
        return this;
    }

    /** A native value, which may be in device memory. */
    Binding input(String name, MemorySegment value) {
        deviceIn.put(name, value);
        in.remove(name);
        return this;
    }

    Binding output(String name, MemorySegment value) {
        deviceOut.put(name, value);
        out.remove(name);
        return this;
    }

    /** Runs the graph; blocks until the outputs are written. */
    public void run() {
        if (deviceIn.isEmpty() && deviceOut.isEmpty()) graph.run(in, out);
        else graph.run(bound());
    }

    private IoBinding bound() {
        var binding = io == null ? new IoBinding(graph) : io;
        io = binding;
        in.forEach((name, tensor) -> binding.input(name, OrtCApi.handle(tensor.handle())));
        out.forEach((name, tensor) -> binding.output(name, OrtCApi.handle(tensor.handle())));
        deviceIn.forEach(binding::input);
        deviceOut.forEach(binding::output);
        return binding;
    }

    /** To be called before its graph is closed. */
    @Override
    public void close() {
        if (io != null) io.close();
        io = null;
    }
}
