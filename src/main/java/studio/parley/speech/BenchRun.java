package studio.parley.speech;

import java.util.function.Consumer;

/**
 * What a model costs on this machine. Times in milliseconds, medians; a frame is 80 ms of speech in CSM.
 *
 * @param device where it ran, with {@code threads} worker threads
 * @param load opening all networks
 * @param prefillPerPosition feeding text or heard speech, per position, in chunks
 * @param past positions in the cache while frames were timed
 * @param backbone one step of the backbone; {@code depth}: the rest of the codes of a frame; {@code mimi}: their sound
 * @param frame all three
 * @param realTimeFactor {@code frame} over the time it sounds: below 1 is faster than speech
 * @param batch frames of {@code batchRows} rows at once, without Mimi, and {@code batchRatio} to one row's
 * @param firstAudio from a request with a reference of 10 s, nothing known, to the first samples
 * @param conversation starts of lines in a long conversation
 * @param peakBytes most memory the process ever held (VmHWM); 0 where the system does not say
 * @param weightBytes size of the model's files
 */
public record BenchRun(String device, int threads, double load, double prefillPerPosition, int past, double backbone, double depth, double mimi,
        double frame, double realTimeFactor, int batchRows, double batch, double batchRatio, double firstAudio, Conversation conversation,
        long peakBytes, long weightBytes) {

    /**
     * Starts of lines (from the request to being ready for the first frame) in a conversation long enough to evict.
     *
     * @param line3 median of lines 2 to 4; {@code line100}: of the last three
     * @param longest the slowest start after line 3
     * @param evictions how often old turns went
     * @param preparing mean time per line spent preparing the next eviction, after the line, when nobody waits
     */
    public record Conversation(int lines, double line3, double line100, double longest, int evictions, double preparing) {}

    /** Measures; takes about a minute on a full-size model, half an instant on a test model. {@code says} is told each step. */
    public static BenchRun of(SpeechModel model, Consumer<String> says) {
        return new Bench(model, says).run();
    }
}
