package studio.parley.speech.text;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.parley.tokenizer.Tokenizer;

/**
 * The tokens of recent segments. The prompt is built again for every line, so without this the text of a long conversation would be
 * tokenised again and again. Thread-safe; the arrays must not be changed.
 */
public final class SegmentTokenCache {
    /** More turns than fit in any context. */
    private static final int MOST = 4096;

    private record Segment(int speaker, String text) {}

    private final Tokenizer tokenizer;
    private final Reading reading;
    private final Map<Segment, int[]> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Segment, int[]> eldest) {
            return size() > MOST;
        }
    };

    public SegmentTokenCache(Tokenizer tokenizer, Reading reading) {
        this.tokenizer = tokenizer;
        this.reading = reading;
    }

    /** Ids of {@code [speaker]text} with begin and end, the text as it is read. */
    public synchronized int[] of(int speaker, String text) {
        return known.computeIfAbsent(new Segment(speaker, text), s -> tokenizer.segment(speaker, reading.spoken(text)));
    }
}
