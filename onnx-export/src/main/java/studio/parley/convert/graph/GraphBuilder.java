package studio.parley.convert.graph;

import com.google.protobuf.ByteString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import studio.parley.convert.onnx.Onnx.AttributeProto;
import studio.parley.convert.onnx.Onnx.ModelProto;
import studio.parley.convert.onnx.Onnx.NodeProto;
import studio.parley.convert.onnx.Onnx.OperatorSetIdProto;
import studio.parley.convert.onnx.Onnx.TensorProto;

/**
 * Adds nodes under one address of a graph, such as {@code /backbone/layers.0/attn}. {@link #at} gives a builder one level deeper in the
 * same graph; node names are their addresses, numbered if one repeats. The operators are in {@link OnnxOps}.
 */
public final class GraphBuilder {
    private final GraphParts parts;
    private final String path;

    public GraphBuilder(String name) {
        this(new GraphParts(name), "");
    }

    private GraphBuilder(GraphParts parts, String path) {
        this.parts = parts;
        this.path = path;
    }

    public GraphBuilder at(String part) {
        return new GraphBuilder(parts, path + "/" + part);
    }

    /** An input of the graph; a dimension is a {@link Number}, or the name of a free one. */
    public ValueRef input(String name, DType type, Object... dims) {
        return parts.input(name, type, dims);
    }

    /** Makes a value an output of the graph under the given name. */
    public void output(String name, ValueRef value, DType type, Object... dims) {
        parts.output(this, name, value, type, dims);
    }

    public ValueRef node(Operator op, List<ValueRef> inputs, AttributeProto... attributes) {
        return nodes(op, 1, inputs, attributes).getFirst();
    }

    /** A node with several outputs, all of them named and used. */
    public List<ValueRef> nodes(Operator op, int outputs, List<ValueRef> inputs, AttributeProto... attributes) {
        var address = parts.unique(path + "/" + op);
        op.check(address, inputs.size(), outputs);
        var node = NodeProto.newBuilder().setName(address).setOpType(op.name()).setDomain(op.domain()).addAllAttribute(List.of(attributes));
        inputs.forEach(i -> node.addInput(i.name()));
        for (int i = 0; i < outputs; i++) node.addOutput(i == 0 ? address : address + "." + i);
        parts.add(node);
        return node.getOutputList().stream().map(ValueRef::new).toList();
    }

    /** A value that the whole graph shares: {@code make} is called the first time, with a builder at the graph's root. */
    public ValueRef once(String key, Function<GraphBuilder, ValueRef> make) {
        return parts.once(key, () -> make.apply(new GraphBuilder(parts, key)));
    }

    /** Removes unused outputs of nodes (they cost an allocation). */
    public void drop(ValueRef output) {
        parts.drop(output);
    }

    /** A tensor in a weight file. */
    public ValueRef stored(ExternalTensor tensor) {
        return parts.initializer(tensor.key(), tensor::proto);
    }

    public ValueRef scalar(long value) {
        return inline("i64." + value, DType.INT64, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    public ValueRef longs(long... values) {
        var bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return inline("i64" + Arrays.toString(values), DType.INT64, bytes.array(), values.length);
    }

    public ValueRef ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return inline("i32" + Arrays.toString(values), DType.INT32, bytes.array(), values.length);
    }

    public ValueRef number(float value) {
        var bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
        return inline("f32." + value, DType.FLOAT, bytes);
    }

    private ValueRef inline(String name, DType type, byte[] bytes, long... dims) {
        return parts.initializer(name, () -> {
            var tensor = TensorProto.newBuilder().setName(name).setDataType(type.code()).setRawData(ByteString.copyFrom(bytes));
            for (var d : dims) tensor.addDims(d);
            return tensor.build();
        });
    }

    /** Writes a model file (IR version 8, opset 18 and version 1 of Microsoft's operators) that refers to its weight files by name. */
    public void save(Path file) {
        var model = ModelProto.newBuilder().setIrVersion(8).setProducerName("parley").setGraph(parts.proto())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(18))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1)).build();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.writeTo(out);
        } catch (IOException e) {
            throw WeightFile.refused(file, e);
        }
    }
}
