package studio.parley.onnx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to start ONNX Runtime. The first {@link OrtRuntime#open} of a process determines threads and libraries; later ones share them.
 *
 * @param threads worker threads of the global pool; 0 = one per physical core
 * @param natives a folder with ONNX Runtime's libraries (for a GPU build); empty = the bundled ones
 */
public record RuntimeOptions(DevicePreference device, int threads, Optional<Path> natives) {
    public RuntimeOptions {
        if (threads < 0) throw new IllegalArgumentException("threads below 0");
    }

    public static RuntimeOptions of(DevicePreference device) {
        return new RuntimeOptions(device, 0, Optional.empty());
    }

    public RuntimeOptions withThreads(int count) {
        return new RuntimeOptions(device, count, natives);
    }

    public RuntimeOptions withNatives(Path folder) {
        return new RuntimeOptions(device, threads, Optional.of(folder));
    }
}
