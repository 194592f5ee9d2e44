package studio.parley.convert.weights;

/**
 * The tensors of a checkpoint under transformers' names ({@code backbone_model.layers.0.self_attn.q_proj.weight},
 * {@code depth_decoder.codebooks_head.weight}, {@code codec_model.decoder.layers.0.conv.weight}), whatever the layout of the files:
 * row-major, as float32, q and k in transformers' half-split order of rotation. The audio embedding table is
 * {@code backbone_model.embed_tokens.embed_audio_tokens.weight}, whichever of its two names the file uses; a depth decoder with another
 * table has it as {@code depth_decoder.model.embed_tokens.weight}.
 *
 * <p>Values are read in pieces, so that a table of a gigabyte needs no gigabyte of heap. Not thread-safe.
 */
public interface Weights {
    boolean has(String name);

    /** Throws {@link studio.parley.problem.Problem} that names the file and the tensor if it is missing. */
    long[] shape(String name);

    /**
     * Values {@code from} to {@code from + count} in row-major order, copied to {@code into} from {@code offset}. Throws
     * {@link studio.parley.problem.Problem} that names the file and the tensor if it is missing or cannot be read;
     * {@link IndexOutOfBoundsException} if the tensor has fewer values.
     */
    void read(String name, long from, float[] into, int offset, int count);

    /** A whole small tensor. */
    default float[] all(String name) {
        var values = new float[Math.toIntExact(count(name))];
        read(name, 0, values, 0, values.length);
        return values;
    }

    /** Number of values of a tensor. */
    default long count(String name) {
        long count = 1;
        for (var d : shape(name)) count *= d;
        return count;
    }
}
