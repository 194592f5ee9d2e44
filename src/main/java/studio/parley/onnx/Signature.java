package studio.parley.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs and outputs a graph must have. Every listed one must exist with its type and rank; inputs marked optional may be missing;
 * additional inputs are an error (nobody would set them), additional outputs are ignored.
 */
public final class Signature {
    record Port(List<ElementType> types, int rank, boolean optional) {}

    private static final List<ElementType> FLOATS = List.of(ElementType.FLOAT, ElementType.FLOAT16);

    private final Map<String, Port> inputs = new LinkedHashMap<>();
    private final Map<String, Port> outputs = new LinkedHashMap<>();

    public Signature input(String name, ElementType type, int rank) {
        inputs.put(name, new Port(List.of(type), rank, false));
        return this;
    }

    public Signature optionalInput(String name, ElementType type, int rank) {
        inputs.put(name, new Port(List.of(type), rank, true));
        return this;
    }

    public Signature output(String name, ElementType type, int rank) {
        outputs.put(name, new Port(List.of(type), rank, false));
        return this;
    }

    /** An input and an output of one type, in 32 or 16 bits: a buffer that the graph updates. */
    public Signature buffer(String past, String present, int rank) {
        inputs.put(past, new Port(FLOATS, rank, false));
        outputs.put(present, new Port(FLOATS, rank, false));
        return this;
    }

    Map<String, Port> inputs() {
        return inputs;
    }

    Map<String, Port> outputs() {
        return outputs;
    }
}
