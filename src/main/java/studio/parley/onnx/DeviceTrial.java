package studio.parley.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Optional;

/**
 * A small network, with the operations that need CUDA's and cuDNN's libraries, in 32 and 16 bits, computed on a device and on the CPU. A
 * defective driver can end the process, so this is run in a process of its own.
 *
 * @param trouble why the device cannot be used, as a sentence for people
 * @param difference the largest one between the two results; probabilities, so 1 is everything
 */
public record DeviceTrial(Optional<String> trouble, double difference) {
    /** Half precision rounds to 5e-4. */
    private static final double MOST = 5e-3;
    private static final Signature SHAPES = new Signature().input("x", ElementType.FLOAT, 3).output("y", ElementType.FLOAT, 3);
    private static final int ROWS = 2;

    public static DeviceTrial run(RuntimeOptions options) {
        var runtime = OrtRuntime.open(options);
        if (runtime.device() == Device.CPU) return new DeviceTrial(runtime.fallback(), 0);
        try {
            var wanted = compute(OrtRuntime.open(DevicePreference.CPU));
            var found = compute(runtime);
            double most = 0;
            for (int i = 0; i < wanted.length; i++) most = Math.max(most, Math.abs(wanted[i] - found[i]));
            return most <= MOST ? new DeviceTrial(Optional.empty(), most)
                    : new DeviceTrial(Optional.of(String.valueOf(runtime.wrongValues(new IllegalStateException("difference " + most)).getMessage())), most);
        } catch (DeviceFailure e) {
            return new DeviceTrial(Optional.of(String.valueOf(e.getMessage())), 0);
        }
    }

    private static float[] compute(OrtRuntime runtime) {
        try (var in = DeviceTrial.class.getResourceAsStream("trial.onnx")) {
            if (in == null) throw new IllegalStateException("trial.onnx is not in Parley's jar");
            try (var graph = runtime.load("trial.onnx", in.readAllBytes(), SHAPES); var x = Tensor.floats(ROWS, 4, 16);
                    var y = Tensor.floats(ROWS, 8, 16); var binding = graph.bind()) {
                for (int i = 0; i < x.count(); i++) x.floats().put(i, (float) Math.sin(i));
                binding.input("x", x).output("y", y).run();
                var out = new float[y.count()];
                y.floats().get(out);
                return out;
            }
        } catch (IOException e) {
            throw new IllegalStateException("trial.onnx", e);
        } catch (OrtException e) {
            throw GraphicsCard.failed(e);
        }
    }
}
