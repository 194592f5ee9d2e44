package studio.parley.onnx;

/** Where networks should run. */
public enum DevicePreference {
    /** The graphics card when its libraries are installed and load, else the processor, without a word. */
    AUTO,
    CPU,
    /** The graphics card; when it cannot be used, the processor, and {@link OrtRuntime#fallback} says why. */
    CUDA
}
