package studio.parley.onnx;

/** The device on which networks should run. */
public enum DevicePreference {
    /** The graphics card if its libraries are installed and can be loaded, otherwise silently the CPU. */
    AUTO,
    CPU,
    /** The graphics card; if it cannot be used, the CPU, and {@link OrtRuntime#fallback} says why. */
    CUDA
}
