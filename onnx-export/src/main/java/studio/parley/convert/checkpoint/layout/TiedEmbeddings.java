package studio.parley.convert.checkpoint.layout;

import java.util.Arrays;
import java.util.LinkedHashMap;

/**
 * The audio embedding table, which backbone and depth decoder usually share: files store it under either name or both. As in transformers,
 * two tables with different values stay separate, whatever the config says about tying them: such a checkpoint was trained with both (like
 * Parley's bundled voice).
 */
public final class TiedEmbeddings {
    public static final String BACKBONE = "backbone_model.embed_tokens.embed_audio_tokens.weight";
    public static final String DEPTH = "depth_decoder.model.embed_tokens.weight";
    private static final int PIECE = 1 << 18;

    private TiedEmbeddings() {}

    /** The tensors with the table under the backbone's name, and under the depth decoder's only if that is another one. */
    public static TensorSet resolved(TensorSet tensors) {
        var depth = tensors.find(DEPTH);
        if (depth == null) return tensors;
        var backbone = tensors.find(BACKBONE);
        if (backbone != null && !equal(backbone, depth)) return tensors;
        var single = new LinkedHashMap<>(tensors.tensors());
        single.remove(DEPTH);
        single.putIfAbsent(BACKBONE, depth);
        return new TensorSet(tensors.path(), single);
    }

    private static boolean equal(WeightTensor backbone, WeightTensor depth) {
        if (!Arrays.equals(backbone.shape(), depth.shape())) return false;
        long count = backbone.shape()[0] * backbone.rowLength();
        var a = new float[(int) Math.min(PIECE, count)];
        var b = new float[a.length];
        for (long at = 0; at < count; at += a.length) {
            int n = (int) Math.min(a.length, count - at);
            backbone.read(at, a, 0, n);
            depth.read(at, b, 0, n);
            if (!Arrays.equals(a, 0, n, b, 0, n)) return false;
        }
        return true;
    }
}
