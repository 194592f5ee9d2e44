package studio.parley.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/**
 * An open network whose inputs and outputs have been checked. Immutable and thread-safe: any number of {@link Binding}s may run
 * it at once, each from its own thread.
 */
public final class Graph implements AutoCloseable {
    private final Path file;
    private final OrtSession session;
    private final OrtSession.SessionOptions options;
    private final OrtRuntime runtime;
    private final Map<String, NodeInfo> inputs;
    private final Map<String, NodeInfo> outputs;
    private @Nullable DeviceMemory memory;

    private Graph(Path file, OrtSession session, OrtSession.SessionOptions options, OrtRuntime runtime) throws OrtException {
        this.file = file;
        this.runtime = runtime;
        this.session = session;
        this.options = options;
        this.inputs = session.getInputInfo();
        this.outputs = session.getOutputInfo();
    }

    /** Takes ownership of session and options; both are closed again if the signature does not match. */
    static Graph open(Path file, OrtSession session, OrtSession.SessionOptions options, OrtRuntime runtime, Signature signature)
            throws OrtException {
        var graph = new Graph(file, session, options, runtime);
        try {
            graph.check(signature);
            return graph;
        } catch (Problem e) {
            graph.close();
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    public Set<String> inputs() {
        return inputs.keySet();
    }

    /** Axes of an input or output; -1 if any length is allowed. */
    public long[] shape(String name) {
        return info(name).getShape().clone();
    }

    public ElementType type(String name) {
        return ElementType.of(info(name).type).orElseThrow(() -> misfit("\"" + name + "\" is " + info(name).type));
    }

    /** A new set of inputs and outputs to bind; belongs to one thread at a time. */
    public Binding bind() {
        return new Binding(this);
    }

    void run(Map<String, Tensor> in, Map<String, Tensor> out) {
        var fed = new LinkedHashMap<String, ai.onnxruntime.OnnxTensorLike>();
        var pinned = new LinkedHashMap<String, ai.onnxruntime.OnnxValue>();
        in.forEach((name, tensor) -> fed.put(name, tensor.handle()));
        out.forEach((name, tensor) -> pinned.put(name, tensor.handle()));
        run(options -> {
            try (var _ = session.run(fed, Set.of(), pinned, options)) {
                // Every output is pinned: the result owns nothing, the values are already in the tensors.
            }
        });
    }

    void run(IoBinding binding) {
        run(binding::run);
    }

    private interface Computation {
        void run(OrtSession.RunOptions options) throws OrtException;
    }

    private void run(Computation computation) {
        try (var run = GraphRun.begin()) {
            try {
                runtime.provider().beforeRun();
                computation.run(run.options());
            } catch (OrtException | IllegalStateException e) {
                throw run.isStopped() ? new CancellationException("the network was stopped") : failed(e);
            }
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** The library's message becomes the cause, for debugging; it does not help users. */
    private Problem failed(Exception e) {
        return device() == Device.CPU ? Problem.model(file, "failed during computation", e) : GraphicsCard.failed(e);
    }

    /** The memory of its device. */
    synchronized DeviceMemory deviceMemory() {
        var known = memory;
        if (known == null) known = new DeviceMemory(this);
        memory = known;
        return known;
    }

    Device device() {
        return runtime.device();
    }

    /** ONNX Runtime's name of the memory of its device. */
    String memoryName() {
        return runtime.provider().memory();
    }

    /** A small internal graph on the same device. */
    Graph sibling(String name, byte[] model, Signature signature) throws OrtException {
        return runtime.load(name, model, signature);
    }

    OrtSession session() {
        return session;
    }

    private void check(Signature wanted) {
        wanted.inputs().forEach((name, port) -> {
            if (!port.optional() || inputs.containsKey(name)) check("input", name, inputs.get(name), port);
        });
        wanted.outputs().forEach((name, port) -> check("output", name, outputs.get(name), port));
        for (var name : inputs.keySet()) {
            if (!wanted.inputs().containsKey(name)) throw misfit("it has an input \"" + name + "\" that Parley does not know");
        }
    }

    private void check(String kind, String name, @Nullable NodeInfo node, Signature.Port port) {
        if (node == null) throw misfit(kind + " \"" + name + "\" is missing");
        if (!(node.getInfo() instanceof TensorInfo tensor)) throw misfit(kind + " \"" + name + "\" is not a tensor");
        if (port.types().stream().noneMatch(t -> t.ort() == tensor.type)) {
            throw misfit(kind + " \"" + name + "\" is " + tensor.type + ", not " + port.types().getFirst());
        }
        if (tensor.getShape().length != port.rank()) {
            throw misfit(kind + " \"" + name + "\" has " + tensor.getShape().length + " axes, not " + port.rank());
        }
    }

    private TensorInfo info(String name) {
        var node = inputs.containsKey(name) ? inputs.get(name) : outputs.get(name);
        if (node == null) throw new IllegalArgumentException(file + " has no \"" + name + "\"");
        return (TensorInfo) node.getInfo();
    }

    private Problem misfit(String what) {
        return Problem.model(file, "does not match this version of Parley (" + what + ")");
    }

    @Override
    public void close() {
        try (options) {
            if (memory != null) memory.close();
            session.close();
        } catch (OrtException e) {
            // A card that has failed may be unable to free anything.
            if (device() == Device.CPU) throw new IllegalStateException("closing " + file, e);
        }
    }
}
