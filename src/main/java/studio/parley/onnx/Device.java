package studio.parley.onnx;

/** The device on which networks run. */
public enum Device { CPU, CUDA, COREML }
