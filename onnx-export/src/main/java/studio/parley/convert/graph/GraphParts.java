package studio.parley.convert.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import studio.parley.convert.onnx.Onnx.GraphProto;
import studio.parley.convert.onnx.Onnx.NodeProto;
import studio.parley.convert.onnx.Onnx.TensorProto;
import studio.parley.convert.onnx.Onnx.TensorShapeProto;
import studio.parley.convert.onnx.Onnx.TypeProto;
import studio.parley.convert.onnx.Onnx.ValueInfoProto;

/** The nodes, initializers, inputs and outputs of one graph under construction. */
final class GraphParts {
    private final String name;
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<NodeProto.Builder> nodes = new ArrayList<>();
    private final Map<String, NodeProto.Builder> makers = new HashMap<>();
    private final Map<String, TensorProto> initializers = new LinkedHashMap<>();
    private final List<ValueInfoProto> inputs = new ArrayList<>();
    private final List<ValueInfoProto> outputs = new ArrayList<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, ValueRef> shared = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();

    GraphParts(String name) {
        this.name = name;
    }

    String unique(String address) {
        int n = taken.merge(address, 1, Integer::sum);
        return n == 1 ? address : address + "_" + n;
    }

    void add(NodeProto.Builder node) {
        nodes.add(node);
        node.getOutputList().forEach(o -> makers.put(o, node));
    }

    void drop(ValueRef output) {
        dropped.add(output.name());
    }

    ValueRef initializer(String key, Supplier<TensorProto> tensor) {
        initializers.computeIfAbsent(key, _ -> tensor.get());
        return new ValueRef(key);
    }

    ValueRef once(String key, Supplier<ValueRef> make) {
        var known = shared.get(key);
        if (known != null) return known;
        var made = make.get();
        shared.put(key, made);
        return made;
    }

    ValueRef input(String input, DType type, Object... dims) {
        inputs.add(border(input, type, dims));
        return new ValueRef(input);
    }

    /** A node's output is renamed to the graph's output, without a copy; anything else passes through Identity. */
    void output(GraphBuilder builder, String output, ValueRef value, DType type, Object... dims) {
        var free = makers.containsKey(value.name()) && !renamed.containsKey(value.name());
        var named = free ? value : builder.node(Operator.Identity, List.of(value));
        renamed.put(named.name(), output);
        outputs.add(border(output, type, dims));
    }

    private static ValueInfoProto border(String name, DType type, Object... dims) {
        var shape = TensorShapeProto.newBuilder();
        for (var d : dims) {
            if (d instanceof Number n) shape.addDimBuilder().setDimValue(n.longValue());
            else shape.addDimBuilder().setDimParam(d.toString());
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(type.code()).setShape(shape);
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }

    GraphProto proto() {
        var graph = GraphProto.newBuilder().setName(name).addAllInput(inputs).addAllOutput(outputs);
        initializers.values().forEach(graph::addInitializer);
        nodes.forEach(n -> graph.addNode(finished(n)));
        return graph.build();
    }

    private NodeProto finished(NodeProto.Builder node) {
        var done = node.clone();
        for (int i = 0; i < node.getInputCount(); i++) done.setInput(i, border(node.getInput(i)));
        for (int i = 0; i < node.getOutputCount(); i++) done.setOutput(i, border(node.getOutput(i)));
        return done.build();
    }

    private String border(String value) {
        return dropped.contains(value) ? "" : renamed.getOrDefault(value, value);
    }
}
