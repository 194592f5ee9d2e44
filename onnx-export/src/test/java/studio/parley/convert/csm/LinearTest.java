package studio.parley.convert.csm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.onnx.Onnx.ModelProto;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.weights.Weights;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.ElementType;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;
import studio.parley.onnx.Tensor;

/** One matrix in the weight file serves both devices. */
class LinearTest {
    private static final int OUTPUTS = 24;
    @TempDir
    Path folder;

    /** CUDA's kernels know blocks of 16 to 128 values; 256 would fail when it runs. */
    @ParameterizedTest
    @CsvSource({"64, 64, 64", "200, 256, 128", "300, 128, 128", "512, 256, 128", "640, 128, 128"})
    void aBlockThatIsTooLargeForACardIsTwoBlocks(int columns, int processor, int card) throws Exception {
        var random = new Random(columns);
        var values = new float[OUTPUTS * columns];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
        var weights = new WeightFile("weights.bin");
        write(Target.CPU, values, columns, weights);
        long bytes = weights.bytes();
        write(Target.CUDA, values, columns, weights);
        assertEquals(bytes, weights.bytes(), "the card's graph stores nothing more");
        weights.write(folder, Progress.NONE, 0, bytes);
        assertEquals(processor, blockSize(Target.CPU));
        assertEquals(card, blockSize(Target.CUDA));
        var x = new float[columns];
        for (int i = 0; i < columns; i++) x[i] = (float) random.nextGaussian();
        var expected = run(Target.CPU, x);
        var actual = run(Target.CUDA, x);
        double error = 0;
        double size = 0;
        for (int i = 0; i < OUTPUTS; i++) {
            error += Math.pow(expected[i] - actual[i], 2);
            size += Math.pow(expected[i], 2);
        }
        assertTrue(Math.sqrt(error / size) < 0.02, "relative error " + Math.sqrt(error / size));
    }

    private void write(Target target, float[] values, int columns, WeightFile file) {
        var language = new CsmGraphContext(new OneMatrix(values, columns), file, new PrecisionPlan(Precision.INT4), target);
        var graph = new GraphBuilder("linear");
        var x = language.inward(graph, graph.input("x", DType.FLOAT, 1, columns));
        var linear = new Linear(language, "w", Matrix.of(language.weights(), "w"), PrecisionPlan.Role.DEPTH);
        graph.output("y", language.outward(graph, linear.apply(graph, x)), DType.FLOAT, 1, OUTPUTS);
        graph.save(folder.resolve(target + ".onnx"));
    }

    private long blockSize(Target target) throws Exception {
        var graph = ModelProto.parseFrom(Files.readAllBytes(folder.resolve(target + ".onnx"))).getGraph();
        return graph.getNodeList().stream().filter(n -> n.getOpType().equals("MatMulNBits")).flatMap(n -> n.getAttributeList().stream())
                .filter(a -> a.getName().equals("block_size")).findFirst().orElseThrow().getI();
    }

    private float[] run(Target target, float[] x) {
        var signature = new Signature().input("x", ElementType.FLOAT, 2).output("y", ElementType.FLOAT, 2);
        try (var graph = OrtRuntime.open(DevicePreference.CPU).load(folder.resolve(target + ".onnx"), signature);
                var in = Tensor.floats(1, x.length); var out = Tensor.floats(1, OUTPUTS); var binding = graph.bind()) {
            in.floats().put(x);
            binding.input("x", in).output("y", out).run();
            var y = new float[OUTPUTS];
            out.floats().get(y);
            return y;
        }
    }

    private record OneMatrix(float[] values, int columns) implements Weights {
        @Override
        public boolean has(String name) {
            return true;
        }

        @Override
        public long[] shape(String name) {
            return new long[] {OUTPUTS, columns};
        }

        @Override
        public void read(String name, long from, float[] into, int offset, int count) {
            System.arraycopy(values, (int) from, into, offset, count);
        }
    }
}
