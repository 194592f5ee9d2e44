package studio.parley.onnx;

import java.nio.file.Path;

/** A process that ends while a network that never does is computing. */
final class EndlessChild {
    static final int DONE = 42;

    private EndlessChild() {}

    public static void main(String[] args) throws Exception {
        var one = new Signature().input("x", ElementType.FLOAT, 1).output("y", ElementType.FLOAT, 1);
        var graph = OrtRuntime.open(RuntimeOptions.of(DevicePreference.CPU).withThreads(1)).load(Path.of(args[0]), one);
        var endless = graph.bind().input("x", Tensor.floats(3)).output("y", Tensor.floats(3));
        var ends = Thread.ofPlatform().start(() -> {
            Thread.onSpinWait();
            System.exit(DONE);
        });
        try {
            endless.run();
        } catch (java.util.concurrent.CancellationException expected) {
            ends.join();
        }
    }
}
