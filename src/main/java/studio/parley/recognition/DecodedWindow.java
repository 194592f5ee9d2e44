package studio.parley.recognition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/**
 * The tokens of a window, and what speaks for them.
 *
 * @param tokens text and timestamps, without the end
 * @param averageLogProbability per token, the end included
 * @param noSpeech the probability that nobody speaks
 * @param looping whether the decoder was stopped because it repeated itself
 */
record DecodedWindow(List<Integer> tokens, String text, double averageLogProbability, double noSpeech, double temperature, boolean looping) {
    private static final double MOST_COMPRESSION = 2.4;
    private static final double LEAST_LOG_PROBABILITY = -1;
    private static final double MOST_NO_SPEECH = 0.6;

    boolean isSilence() {
        return noSpeech > MOST_NO_SPEECH && averageLogProbability < LEAST_LOG_PROBABILITY;
    }

    /** Whether it should be tried again at a higher temperature. */
    boolean isDoubtful() {
        return !isSilence() && (isRepetitive() || averageLogProbability < LEAST_LOG_PROBABILITY);
    }

    boolean isRepetitive() {
        return looping || compression() > MOST_COMPRESSION;
    }

    /** Bytes of the text per byte of its zlib form: high for repetition. */
    double compression() {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) return 0;
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new byte[bytes.length + 64];
            return (double) bytes.length / deflater.deflate(out);
        }
    }
}
