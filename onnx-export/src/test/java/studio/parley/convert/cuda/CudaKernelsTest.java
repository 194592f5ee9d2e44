package studio.parley.convert.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.parley.convert.ModelWriter;
import studio.parley.convert.checkpoint.Checkpoint;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.OnnxOps;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.onnx.Onnx.ModelProto;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.speech.model.ModelContract;

/** Every node of every graph for cards has a CUDA kernel for its types, and nothing is copied from the card within a run. */
class CudaKernelsTest {
    /** Of the speaker encoder, which never runs on a card. */
    private static final EnumSet<Operator> ON_THE_PROCESSOR = EnumSet.of(Operator.LSTM, Operator.LpNormalization, Operator.Relu);
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Precision.class, names = "FP32", mode = EnumSource.Mode.EXCLUDE)
    void everyNodeRunsOnTheCard(Precision precision) throws IOException {
        for (var name : List.of("tiny-a", "tiny-b", "tiny-c")) {
            var out = Files.createDirectory(folder.resolve(name));
            try (var open = Checkpoint.open(Golden.folder(name), null, null, null)) {
                var written = ModelWriter.write(open.weights(), open.config(), precision, 256, out, Progress.NONE, DebugOutputs.none());
                var graphs = written.graphs().get(ModelContract.CUDA);
                assertEquals(4, graphs.size());
                for (var file : graphs.values()) assertEquals(List.of(), faults(out.resolve(file)), name + " " + file);
            }
        }
    }

    @Test
    void aNodeWithoutAKernelIsFound() throws IOException {
        var graph = new GraphBuilder("old sampler");
        var sums = graph.input("sums", DType.FLOAT, "B", 9);
        var passed = OnnxOps.cast(graph, graph.node(Operator.Greater, List.of(sums, graph.number(0.5f))), DType.INT32);
        graph.output("code", OnnxOps.argMax(graph, passed), DType.INT64, "B");
        assertEquals(List.of("/ArgMax: no CUDA kernel for ArgMax of int32"), faults(save(graph)));
    }

    @Test
    void aSizeComputedOnTheCardIsFound() throws IOException {
        var graph = new GraphBuilder("size");
        var x = graph.input("x", DType.FLOAT, "N");
        var count = graph.input("count", DType.INT64, 1);
        var more = OnnxOps.add(graph, count, graph.longs(1));
        graph.output("largest", graph.nodes(Operator.TopK, 2, List.of(x, more), Attributes.of("axis", -1L)).getFirst(), DType.FLOAT, "K");
        assertEquals(List.of("/TopK waits for /Add from the card"), faults(save(graph)));
    }

    @Test
    void sizesOfTensorsStayInHostMemory() throws IOException {
        var graph = new GraphBuilder("sizes");
        var x = graph.input("x", DType.FLOAT, "N", 4);
        var rows = OnnxOps.mul(graph, OnnxOps.size(graph, x, 0), graph.longs(4));
        graph.output("flat", graph.node(Operator.Reshape, List.of(x, rows)), DType.FLOAT, "M");
        assertEquals(List.of(), faults(save(graph)));
    }

    @Test
    void theTableNamesEveryOperatorOfTheConverter() {
        var table = CudaKernel.table();
        for (var op : EnumSet.complementOf(ON_THE_PROCESSOR)) {
            assertTrue(table.containsKey("ai.onnx " + op) || table.containsKey("com.microsoft " + op), op + " is not in cuda-kernels.txt");
        }
    }

    private Path save(GraphBuilder graph) {
        var file = folder.resolve("graph.onnx");
        graph.save(file);
        return file;
    }

    private static List<String> faults(Path file) throws IOException {
        return Placement.faults(CudaKernel.table(), ModelProto.parseFrom(Files.readAllBytes(file)));
    }
}
