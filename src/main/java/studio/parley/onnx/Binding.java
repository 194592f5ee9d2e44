package studio.parley.onnx;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which tensors a graph reads and writes when it runs. Set once, run often; an entry is replaced by setting it again. The same
 * tensor may be an input and an output: how a KV buffer is updated in place. Not thread-safe.
 */
public final class Binding {
    private final Graph graph;
    private final Map<String, Tensor> in = new LinkedHashMap<>();
    private final Map<String, Tensor> out = new LinkedHashMap<>();

    Binding(Graph graph) {
        this.graph = graph;
    }

    public Binding input(String name, Tensor tensor) {
        in.put(name, tensor);
        return this;
    }

    public Binding output(String name, Tensor tensor) {
        out.put(name, tensor);
        return this;
    }

    /** Rows {@code first} to {@code first + count} of a cache as past and present. */
    public Binding cache(KvCache cache, int first, int count) {
        cache.bind(this, first, count);
        return this;
    }

    /** Runs the graph; blocks until the outputs are written. */
    public void run() {
        graph.run(in, out);
    }
}
