package studio.parley.convert.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.convert.onnx.Onnx.GraphProto;
import studio.parley.convert.onnx.Onnx.ModelProto;

class GraphBuilderTest {
    @TempDir
    Path folder;

    private GraphProto saved(GraphBuilder graph) throws IOException {
        graph.save(folder.resolve("g.onnx"));
        return ModelProto.parseFrom(Files.readAllBytes(folder.resolve("g.onnx"))).getGraph();
    }

    @Test
    void nodesAreNamedByTheirAddress() throws IOException {
        var graph = new GraphBuilder("g");
        var x = graph.input("x", DType.FLOAT, "B", 3);
        var here = graph.at("layers.0").at("mlp");
        graph.output("y", OnnxOps.add(here, OnnxOps.add(here, x, x), x), DType.FLOAT, "B", 3);
        var nodes = saved(graph).getNodeList();
        assertEquals(List.of("/layers.0/mlp/Add", "/layers.0/mlp/Add_2"), nodes.stream().map(n -> n.getName()).toList());
        assertEquals(List.of("y"), nodes.getLast().getOutputList());
        assertEquals("/layers.0/mlp/Add", nodes.getLast().getInput(0));
    }

    @Test
    void aValueThatIsTwoOutputsPassesThroughIdentity() throws IOException {
        var graph = new GraphBuilder("g");
        var x = graph.input("x", DType.FLOAT, 1);
        var y = OnnxOps.add(graph, x, x);
        graph.output("y", y, DType.FLOAT, 1);
        graph.output("z", y, DType.FLOAT, 1);
        graph.output("same", x, DType.FLOAT, 1);
        var proto = saved(graph);
        assertEquals(List.of("Add", "Identity", "Identity"), proto.getNodeList().stream().map(n -> n.getOpType()).toList());
        assertEquals("y", proto.getNode(1).getInput(0));
        assertEquals(List.of("y", "z", "same"), proto.getOutputList().stream().map(o -> o.getName()).toList());
    }

    @Test
    void aWrongNumberOfInputsIsRefusedWhereTheNodeIsMade() {
        var graph = new GraphBuilder("g").at("here");
        var x = new ValueRef("x");
        var refused = assertThrows(IllegalArgumentException.class, () -> graph.node(Operator.MatMul, List.of(x)));
        assertEquals("/here/MatMul has 1 inputs", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> graph.nodes(Operator.Add, 2, List.of(x, x)));
    }

    @Test
    void constantsAndSharedValuesAreThereOnce() throws IOException {
        var graph = new GraphBuilder("g");
        assertEquals(graph.longs(1, 2), graph.at("deep").longs(1, 2));
        var made = graph.once("/shared", b -> OnnxOps.add(b, b.number(1), b.number(2)));
        assertEquals(made, graph.at("x").once("/shared", b -> OnnxOps.add(b, b.number(1), b.number(2))));
        graph.output("y", made, DType.FLOAT);
        assertEquals(1, saved(graph).getNodeCount());
        assertEquals(3, saved(graph).getInitializerCount());
    }
}
