package studio.parley.onnx;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.parley.convert.onnx.Onnx.AttributeProto;
import studio.parley.convert.onnx.Onnx.GraphProto;
import studio.parley.convert.onnx.Onnx.ModelProto;
import studio.parley.convert.onnx.Onnx.NodeProto;
import studio.parley.convert.onnx.Onnx.OperatorSetIdProto;
import studio.parley.convert.onnx.Onnx.StringStringEntryProto;
import studio.parley.convert.onnx.Onnx.TensorProto;
import studio.parley.convert.onnx.Onnx.TensorShapeProto;
import studio.parley.convert.onnx.Onnx.TypeProto;
import studio.parley.convert.onnx.Onnx.ValueInfoProto;

/** Graphs of one or two nodes, written by hand, for tests. */
public final class TinyOnnx {
    private TinyOnnx() {}

    /** {@code y = x + x} over float32 [n]. */
    public static Path twice(Path folder) throws IOException {
        return write(folder.resolve("twice.onnx"), GraphProto.newBuilder().setName("twice").addNode(node("Add", List.of("x", "x"), "y"))
                .addInput(value("x", 1, "n")).addOutput(value("y", 1, "n")).build());
    }

    /** {@code present_i = past_i + x} over float32 [b,2,capacity,3], x [b,1,1,1], i = 0, 1: what a cache sees of a model. */
    public static Path counter(Path folder) throws IOException {
        var graph = GraphProto.newBuilder().setName("counter").addInput(value("x", 1, "b", "1", "1", "1"));
        for (int i = 0; i < 2; i++) {
            graph.addNode(node("Add", List.of("past_" + i, "x"), "present_" + i))
                    .addInput(value("past_" + i, 1, "b", "2", "p", "3")).addOutput(value("present_" + i, 1, "b", "2", "p", "3"));
        }
        return write(folder.resolve("counter.onnx"), graph.build());
    }

    /** {@code y = x}, after a loop that never ends. */
    public static Path endless(Path folder) throws IOException {
        var body = GraphProto.newBuilder().setName("body").addNode(node("Identity", List.of("going"), "goes"))
                .addNode(node("Add", List.of("carried", "carried"), "doubled"))
                .addInput(value("round", 7)).addInput(value("going", 9)).addInput(value("carried", 1, "n"))
                .addOutput(value("goes", 9)).addOutput(value("doubled", 1, "n"));
        var always = TensorProto.newBuilder().setName("always").setDataType(9).setRawData(ByteString.copyFrom(new byte[] {1}));
        var attribute = AttributeProto.newBuilder().setName("body").setType(AttributeProto.AttributeType.GRAPH).setG(body).build();
        return write(folder.resolve("endless.onnx"), GraphProto.newBuilder().setName("endless").addInitializer(always)
                .addNode(node("Loop", List.of("", "always", "x"), "y", attribute))
                .addInput(value("x", 1, "n")).addOutput(value("y", 1, "n")).build());
    }

    /** {@code y = x + w}, w in a file of its own. */
    static Path outside(Path folder, String location, long offset, long length, int... axes) throws IOException {
        var w = TensorProto.newBuilder().setName("w").setDataType(1).setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location)).addExternalData(entry("offset", "" + offset))
                .addExternalData(entry("length", "" + length));
        for (var a : axes) w.addDims(a);
        return write(folder.resolve("outside.onnx"), GraphProto.newBuilder().setName("outside").addInitializer(w)
                .addNode(node("Add", List.of("x", "w"), "y")).addInput(value("x", 1, "n")).addOutput(value("y", 1, "n")).build());
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    static NodeProto node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        return NodeProto.newBuilder().setOpType(operator).setName(output).addAllInput(inputs).addOutput(output)
                .addAllAttribute(List.of(attributes)).build();
    }

    /** A border value; an axis that is a number is fixed. */
    static ValueInfoProto value(String name, int elementType, String... axes) {
        var shape = TensorShapeProto.newBuilder();
        for (var axis : axes) {
            var d = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(axis.matches("\\d+") ? d.setDimValue(Long.parseLong(axis)) : d.setDimParam(axis));
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(elementType).setShape(shape);
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }

    static TensorProto constant(String name, float[] values, long... shape) {
        var bytes = java.nio.ByteBuffer.allocate(values.length * 4).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        var t = TensorProto.newBuilder().setName(name).setDataType(1).setRawData(ByteString.copyFrom(bytes));
        for (var d : shape) t.addDims(d);
        return t.build();
    }

    static Path write(Path file, GraphProto graph) throws IOException {
        var model = ModelProto.newBuilder().setIrVersion(9).setGraph(graph).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(18));
        return Files.write(file, model.build().toByteArray());
    }
}
