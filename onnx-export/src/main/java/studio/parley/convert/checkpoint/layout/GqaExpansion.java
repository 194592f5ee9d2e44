package studio.parley.convert.checkpoint.layout;

import java.util.LinkedHashMap;
import studio.parley.convert.weights.MimiConfig;

/**
 * Converts a codec whose heads share keys and values in groups (no published one does, transformers allows it) to one in which every head
 * has its own: the same function, in the form the graphs support.
 */
public final class GqaExpansion {
    private GqaExpansion() {}

    public static MimiConfig spread(MimiConfig c) {
        return c.withKvHeads(c.heads());
    }

    /** {@code codec} under transformers' names without prefix. */
    public static TensorSet spread(TensorSet codec, MimiConfig c) {
        int times = c.heads() / c.kvHeads();
        if (times == 1) return codec;
        var spread = new LinkedHashMap<String, WeightTensor>();
        codec.tensors().forEach((name, tensor) -> {
            boolean shared = name.endsWith("self_attn.k_proj.weight") || name.endsWith("self_attn.v_proj.weight");
            spread.put(name, shared ? PermutedRows.spread(tensor, c.headDim(), times) : tensor);
        });
        return new TensorSet(codec.path(), spread);
    }
}
