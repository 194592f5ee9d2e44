package studio.parley.convert.checkpoint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import studio.parley.problem.Problem;

/**
 * The audio embedding table, which backbone and depth decoder share: files hold it under either name or both. Where both are
 * there they have to be equal, since there is only one table in the networks.
 */
final class Tied {
    static final String BACKBONE = "backbone_model.embed_tokens.embed_audio_tokens.weight";
    static final String DEPTH = "depth_decoder.model.embed_tokens.weight";
    private static final int PIECE = 1 << 18;

    private Tied() {}

    /** The tensors with the table under the backbone's name only. */
    static TensorSet single(TensorSet tensors) {
        var depth = tensors.find(DEPTH);
        if (depth == null) return tensors;
        var backbone = tensors.find(BACKBONE);
        if (backbone != null) requireEqual(backbone, depth);
        var single = new LinkedHashMap<>(tensors.tensors());
        single.remove(DEPTH);
        single.putIfAbsent(BACKBONE, depth);
        return new TensorSet(tensors.path(), single);
    }

    private static void requireEqual(Tensor backbone, Tensor depth) {
        if (!Arrays.equals(backbone.shape(), depth.shape())) throw different(backbone, depth);
        long count = backbone.shape()[0] * backbone.rowLength();
        var a = new float[(int) Math.min(PIECE, count)];
        var b = new float[a.length];
        for (long at = 0; at < count; at += a.length) {
            int n = (int) Math.min(a.length, count - at);
            backbone.read(at, a, 0, n);
            depth.read(at, b, 0, n);
            if (!Arrays.equals(a, 0, n, b, 0, n)) throw different(backbone, depth);
        }
    }

    private static Problem different(Tensor backbone, Tensor depth) {
        return Problem.model(backbone.where() + " and " + depth.where()
                + " differ, but networks of this family share one audio table; save the checkpoint again with tie_codebooks_embeddings on.");
    }
}
