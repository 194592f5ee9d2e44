package studio.parley.convert.csm;

import java.util.List;
import studio.parley.convert.matrix.EmbeddingTable;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.Projected;
import studio.parley.convert.matrix.Stacked;
import studio.parley.convert.matrix.TensorMatrix;
import studio.parley.convert.matrix.Zeros;
import studio.parley.convert.weights.CsmConfig;

/** The embedding tables. */
final class EmbeddingTables {
    private static final String AUDIO = "backbone_model.embed_tokens.embed_audio_tokens.weight";
    /** Only if a checkpoint was trained with two tables. */
    private static final String DEPTH = "depth_decoder.model.embed_tokens.weight";

    private EmbeddingTables() {}

    /** Text rows, then V rows per codebook, then one row of zeros: the numbers in the backbone's {@code rows}. */
    static EmbeddingTable backbone(CsmGraphContext language, CsmConfig config) {
        var parts = List.of(Matrix.of(language.weights(), "embed_text_tokens.weight"), Matrix.of(language.weights(), AUDIO),
                new Zeros(1, config.backbone().width()));
        return table(language, "/backbone/embed_tokens/weight", new Stacked(parts));
    }

    /**
     * The depth decoder's input for codes 0 to K-2 (the last code is never an input): the audio table with the projection to the decoder's
     * width folded in, one multiplication less per code.
     */
    static EmbeddingTable depth(CsmGraphContext language, CsmConfig config) {
        int rows = (config.codebooks() - 1) * config.audioVocab();
        var table = language.weights().has(DEPTH) ? DEPTH : AUDIO;
        var heard = new TensorMatrix(language.weights(), table, 0, rows, config.depth().backboneWidth());
        return table(language, "/depth/embed_tokens/weight", new Projected(heard, projection(language)));
    }

    private static EmbeddingTable table(CsmGraphContext language, String key, Matrix matrix) {
        return language.recipe().smallTables() ? EmbeddingTable.eightBits(language.file(), key, matrix)
                : EmbeddingTable.floats(language.file(), key, matrix, language.recipe().floats());
    }

    static Matrix projection(CsmGraphContext language) {
        return Matrix.of(language.weights(), "depth_decoder.model.inputs_embeds_projector.weight");
    }
}
