package studio.parley.convert.checkpoint.config;

import java.util.Arrays;
import java.util.Optional;
import studio.parley.convert.checkpoint.layout.StackShape;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.convert.weights.StackConfig;

/**
 * The stacks that checkpoints in Sesame's layout name as {@code backbone_flavor} and {@code decoder_flavor} instead of listing sizes.
 * Figures from SesameAILabs/csm, MisoLabsAI/MisoTTS (8B, 300M) and Marvis (250M, 60M).
 */
public enum Flavour {
    LLAMA_1B("llama-1B", 16, 2048, 32, 8, 64, 8192),
    LLAMA_100M("llama-100M", 4, 1024, 8, 2, 128, 8192),
    LLAMA_8B("llama-8B", 32, 4096, 32, 8, 128, 14336),
    LLAMA_300M("llama-300M", 8, 1536, 24, 6, 64, 6912),
    LLAMA_250M("llama-250M", 6, 1536, 12, 3, 128, 8192),
    LLAMA_60M("llama-60M", 4, 1024, 8, 2, 128, 4096);

    /** torchtune's Llama 3.2 rotation for the backbone, with the powers of two that transformers uses (bit for bit the same). */
    public static final RopeConfig BACKBONE_ROPE = new RopeConfig(500_000, new RopeConfig.Llama3(32, 0.125, 0.5, 1024));
    /** The same rotation as transformers writes it for the depth decoder. */
    public static final RopeConfig DEPTH_ROPE = new RopeConfig(500_000, new RopeConfig.Llama3(32, 0.001953125, 0.0078125, 16));

    private final String label;
    private final StackConfig sizes;

    Flavour(String label, int layers, int width, int heads, int kvHeads, int headDim, int feedForward) {
        this.label = label;
        this.sizes = new StackConfig(layers, width, heads, kvHeads, headDim, feedForward, 1e-5, RopeConfig.plain(500_000));
    }

    static Optional<Flavour> named(String label) {
        return Arrays.stream(values()).filter(f -> f.label.equalsIgnoreCase(label)).findFirst();
    }

    /** The flavour whose tensors have these sizes: rows of q and k, which do not determine the size of a head. */
    static Optional<Flavour> shaped(StackShape s) {
        return Arrays.stream(values()).filter(f -> f.shape().equals(s)).findFirst();
    }

    public StackConfig stack(RopeConfig rope) {
        return sizes.with(rope);
    }

    StackShape shape() {
        return new StackShape(sizes.layers(), sizes.width(), sizes.heads() * sizes.headDim(), sizes.kvHeads() * sizes.headDim(), sizes.feedForward());
    }
}
