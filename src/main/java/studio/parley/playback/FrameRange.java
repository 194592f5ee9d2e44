package studio.parley.playback;

/** A range of a source: frames {@code from} (inclusive) to {@code to} (exclusive). */
public record FrameRange(long from, long to) {
    public FrameRange {
        if (from < 0 || to <= from) throw new IllegalArgumentException(from + ".." + to);
    }

    public boolean contains(long frame) {
        return frame >= from && frame < to;
    }
}
