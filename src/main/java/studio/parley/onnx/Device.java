package studio.parley.onnx;

/** Where networks do run. */
public enum Device { CPU, CUDA }
