package studio.parley.convert.whisper;

import java.util.List;

/**
 * The sizes of a Whisper network.
 *
 * @param alignmentHeads (layer, head) pairs of the decoder whose attention follows the words
 * @param suppress ids that are never spoken; {@code suppressAtBegin} those that do not begin a text
 */
public record WhisperConfig(int width, int encoderLayers, int encoderHeads, int decoderLayers, int decoderHeads, int vocabulary, int melBins,
        int audioPositions, int textPositions, List<List<Integer>> alignmentHeads, List<Integer> suppress, List<Integer> suppressAtBegin) {
    /** Of the frames of a window, two make one position. */
    static final int STRIDE = 2;

    /** Columns of the log-mel spectrogram of one window. */
    public int columns() {
        return STRIDE * audioPositions;
    }

    public int headSize() {
        return width / decoderHeads;
    }
}
