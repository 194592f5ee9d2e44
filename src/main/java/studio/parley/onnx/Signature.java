package studio.parley.onnx;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inputs and outputs a graph must have. Every listed one must exist with its type and rank; inputs marked optional may be missing;
 * additional inputs are an error (nobody would set them), additional outputs are ignored.
 */
public final class Signature {
    record Port(ElementType type, int rank, boolean optional) {}

    private final Map<String, Port> inputs = new LinkedHashMap<>();
    private final Map<String, Port> outputs = new LinkedHashMap<>();

    public Signature input(String name, ElementType type, int rank) {
        inputs.put(name, new Port(type, rank, false));
        return this;
    }

    public Signature optionalInput(String name, ElementType type, int rank) {
        inputs.put(name, new Port(type, rank, true));
        return this;
    }

    public Signature output(String name, ElementType type, int rank) {
        outputs.put(name, new Port(type, rank, false));
        return this;
    }

    Map<String, Port> inputs() {
        return inputs;
    }

    Map<String, Port> outputs() {
        return outputs;
    }
}
