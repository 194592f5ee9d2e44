package studio.parley.convert.fullsize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import studio.parley.convert.ModelWriter;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.DepthConfig;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.convert.weights.StackConfig;

/** Writes the graphs of a CSM-1B with random weights: {@code FullSize FOLDER int4}. Run by hand, to measure. */
public final class FullSize {
    private FullSize() {}

    /** CSM-1B and Mimi as published (csm-model-spec 1b). */
    public static CsmConfig csm1b() {
        var backbone = new StackConfig(16, 2048, 32, 8, 64, 8192, 1e-5, rope(0.125, 0.5, 1024));
        var depth = new StackConfig(4, 1024, 8, 2, 128, 8192, 1e-5, rope(0.001953125, 0.0078125, 16));
        var mimi = new MimiConfig(24000, 12.5, 512, 64, 1, List.of(8, 6, 5, 4), 7, 3, 3, 2, 2, 1, 2048, 256, 32, 1, 256, 512, 8, 2048,
                8, 8, 64, 1e-5, 10000, 250);
        return new CsmConfig(backbone, new DepthConfig(depth, 2048), mimi, 128256, 2051, 32);
    }

    private static RopeConfig rope(double low, double high, double original) {
        return new RopeConfig(500000, new RopeConfig.Llama3(32, low, high, original));
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var precision = Precision.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        ModelWriter.write(new RandomWeights(csm1b()), csm1b(), precision, 2048, folder, Progress.NONE, DebugOutputs.none());
    }
}
