package studio.parley.convert.weights;

/**
 * Every size of a checkpoint of the CSM family: {@code codebooks} = K, {@code audioVocab} = V (rows per codebook of the audio
 * table, width of every head), {@code textVocab} rows of the text table.
 */
public record CsmConfig(StackConfig backbone, DepthConfig depth, MimiConfig mimi, int textVocab, int audioVocab, int codebooks) {
    /** Rows of the audio embedding table. */
    public int audioRows() {
        return Math.multiplyExact(codebooks, audioVocab);
    }

    public CsmConfig with(MimiConfig codec) {
        return new CsmConfig(backbone, depth, codec, textVocab, audioVocab, codebooks);
    }
}
