package studio.parley.convert.csm;

import studio.parley.convert.graph.DType;
import studio.parley.speech.model.ModelContract;

/** The device for which a graph is written: its kernels determine the type in which the graph computes. */
public enum Target {
    CPU(ModelContract.CPU, DType.FLOAT, ModelContract.BACKBONE_FILE, ModelContract.DEPTH_DECODER_FILE),
    CUDA(ModelContract.CUDA, DType.FLOAT16, ModelContract.BACKBONE_CUDA_FILE, ModelContract.DEPTH_DECODER_CUDA_FILE);

    private final String label;
    private final DType activations;
    private final String backbone;
    private final String depthDecoder;

    Target(String label, DType activations, String backbone, String depthDecoder) {
        this.label = label;
        this.activations = activations;
        this.backbone = backbone;
        this.depthDecoder = depthDecoder;
    }

    /** The name in model.json: {@code cuda}. */
    public String label() {
        return label;
    }

    /** The backbone's file. */
    public String backbone() {
        return backbone;
    }

    /** The depth decoder's file. */
    public String depthDecoder() {
        return depthDecoder;
    }

    /** Type of everything between the layers, including the KV buffers. */
    public DType activations() {
        return activations;
    }
}
