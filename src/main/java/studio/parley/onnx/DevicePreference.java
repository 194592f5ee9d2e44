package studio.parley.onnx;

/** The device on which networks should run. None of these ever fails: {@link OrtRuntime#fallback} says why the CPU is used instead. */
public enum DevicePreference {
    /** The NVIDIA graphics card if its libraries are installed, otherwise silently the CPU. */
    AUTO,
    CPU,
    /** The NVIDIA graphics card. */
    CUDA,
    /** CoreML on a Mac. */
    COREML
}
