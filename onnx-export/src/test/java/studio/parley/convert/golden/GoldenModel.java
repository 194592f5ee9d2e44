package studio.parley.convert.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import studio.parley.convert.ModelWriter;
import studio.parley.convert.checkpoint.Checkpoint;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.Graph;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;

/** The graphs of one of the tiny checkpoints with everything exposed, in a folder that goes away on {@link #close}. */
public final class GoldenModel implements AutoCloseable {
    public static final int CONTEXT = 256;
    private final Path folder;
    private final CsmConfig config;
    private final ModelWriter.Written written;
    private final OrtRuntime runtime = OrtRuntime.open(DevicePreference.CPU);

    private GoldenModel(Path folder, CsmConfig config, ModelWriter.Written written) {
        this.folder = folder;
        this.config = config;
        this.written = written;
    }

    public static GoldenModel write(String checkpoint, Precision precision) {
        try (var open = Checkpoint.open(Golden.folder(checkpoint), null, null, null)) {
            var folder = Files.createTempDirectory("golden");
            var written = ModelWriter.write(open.weights(), open.config(), precision, CONTEXT, folder, Progress.NONE, DebugOutputs.all());
            return new GoldenModel(folder, open.config(), written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CsmConfig config() {
        return config;
    }

    public ModelWriter.Written written() {
        return written;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public Graph open(String network, Signature signature) {
        return runtime.load(folder.resolve(network + ".onnx"), signature);
    }

    /** The largest difference of two arrays of one length. */
    public static float difference(float[] expected, float[] actual) {
        if (expected.length != actual.length) throw new AssertionError(expected.length + " values, not " + actual.length);
        float most = 0;
        for (int i = 0; i < expected.length; i++) {
            if (!Float.isFinite(actual[i])) throw new AssertionError("value " + i + " is " + actual[i]);
            most = Math.max(most, Math.abs(expected[i] - actual[i]));
        }
        return most;
    }

    @Override
    public void close() {
        runtime.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
