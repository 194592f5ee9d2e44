package studio.parley.convert.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.parley.convert.onnx.Onnx.GraphProto;
import studio.parley.convert.onnx.Onnx.ModelProto;
import studio.parley.convert.onnx.Onnx.OperatorSetIdProto;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/** A graph in its file: IR version 8, opset 18 and version 1 of Microsoft's operators. */
final class ModelFile {
    private ModelFile() {}

    static void write(GraphProto graph, Path file) {
        var model = ModelProto.newBuilder().setIrVersion(8).setProducerName("parley").setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(18))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1)).build();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.writeTo(out);
        } catch (IOException e) {
            throw Problem.disk("Could not write " + file + " (" + IoProblem.reason(e) + "). Free up space on that disk, or choose another folder.", e);
        }
    }
}
