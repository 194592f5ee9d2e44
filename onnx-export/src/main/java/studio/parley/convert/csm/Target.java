package studio.parley.convert.csm;

import studio.parley.convert.graph.DType;

/** The device a graph is written for: its kernels decide in what type the graph computes. */
public enum Target {
    CPU("", DType.FLOAT), CUDA(".cuda", DType.FLOAT16);

    private final String infix;
    private final DType activations;

    Target(String infix, DType activations) {
        this.infix = infix;
        this.activations = activations;
    }

    /** The name in model.json: {@code cuda}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@code backbone.onnx} or {@code backbone.cuda.onnx}. */
    public String file(String network) {
        return network + infix + ".onnx";
    }

    /** Type of everything between the layers, of the KV buffers too. */
    public DType activations() {
        return activations;
    }
}
