package studio.parley.audio.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Waveform data for every zoom level: minimum, maximum and mean-square value of every 256 samples, of every 1024, and so on in steps of 4,
 * so that drawing costs the pixels and not the samples. Immutable. Stored as the clip's sidecar "peaks".
 */
public final class Peaks {
    public static final String SIDECAR = "peaks";
    private static final int MAGIC = 0x314B5050;
    private static final int BASE = 256;
    private static final int STEP = 4;

    /** What one column shows. */
    public record Column(float min, float max, float rms) {
        static final Column NOTHING = new Column(0, 0, 0);
    }

    /** [level][channel][bucket * 3 + (0 min, 1 max, 2 mean square)]. */
    private final float[][][] levels;
    private final int frames;

    private Peaks(float[][][] levels, int frames) {
        this.levels = levels;
        this.frames = frames;
    }

    public static Peaks of(Pcm pcm) {
        var base = new float[pcm.channels()][];
        for (int c = 0; c < base.length; c++) base[c] = base(pcm.raw(c));
        return new Peaks(pyramid(base, pcm.frames()), pcm.frames());
    }

    private static float[] base(float[] x) {
        var out = new float[3 * Math.ceilDiv(x.length, BASE)];
        for (int b = 0; b * 3 < out.length; b++) {
            int to = Math.min(x.length, (b + 1) * BASE);
            float min = x[b * BASE];
            float max = min;
            double square = 0;
            for (int i = b * BASE; i < to; i++) {
                min = Math.min(min, x[i]);
                max = Math.max(max, x[i]);
                square += x[i] * (double) x[i];
            }
            out[3 * b] = min;
            out[3 * b + 1] = max;
            out[3 * b + 2] = (float) (square / (to - b * BASE));
        }
        return out;
    }

    private static float[][][] pyramid(float[][] base, int frames) {
        int count = 1;
        for (long width = BASE; width < frames; width *= STEP) count++;
        var levels = new float[count][][];
        levels[0] = base;
        for (int l = 1; l < count; l++) {
            levels[l] = new float[base.length][];
            for (int c = 0; c < base.length; c++) levels[l][c] = coarser(levels[l - 1][c]);
        }
        return levels;
    }

    private static float[] coarser(float[] fine) {
        int buckets = fine.length / 3;
        var out = new float[3 * Math.ceilDiv(buckets, STEP)];
        for (int b = 0; b * 3 < out.length; b++) {
            var column = joined(fine, b * STEP, Math.min(buckets, (b + 1) * STEP));
            out[3 * b] = column.min();
            out[3 * b + 1] = column.max();
            out[3 * b + 2] = column.rms() * column.rms();
        }
        return out;
    }

    /** Buckets {@code from .. to} as one. */
    private static Column joined(float[] level, int from, int to) {
        float min = level[3 * from];
        float max = level[3 * from + 1];
        double square = 0;
        for (int b = from; b < to; b++) {
            min = Math.min(min, level[3 * b]);
            max = Math.max(max, level[3 * b + 1]);
            square += level[3 * b + 2];
        }
        return new Column(min, max, (float) Math.sqrt(square / (to - from)));
    }

    /**
     * {@code columns} equal ranges of the samples {@code from .. to}, each as exact as its width allows (to one bucket of the matching
     * level; below 256 samples per column, draw the samples themselves). Outside the audio the values are 0.
     */
    public Column[] columns(int channel, double from, double to, int columns) {
        double width = (to - from) / columns;
        int level = 0;
        long size = BASE;
        while (level + 1 < levels.length && size * STEP <= width) {
            size *= STEP;
            level++;
        }
        var data = levels[level][channel];
        var out = new Column[columns];
        for (int i = 0; i < columns; i++) {
            int first = (int) Math.max(0, Math.floor((from + i * width) / size));
            int last = (int) Math.min(data.length / 3.0, Math.ceil((from + (i + 1) * width) / size));
            out[i] = first < last ? joined(data, first, last) : Column.NOTHING;
        }
        return out;
    }

    public int frames() {
        return frames;
    }

    public int channels() {
        return levels[0].length;
    }

    /** The finest level; the others are computed from it. */
    public byte[] bytes() {
        int buckets = levels[0][0].length;
        var out = ByteBuffer.allocate(12 + 4 * channels() * buckets).order(ByteOrder.LITTLE_ENDIAN).putInt(MAGIC).putInt(frames);
        out.putInt(channels());
        for (var channel : levels[0]) for (var v : channel) out.putFloat(v);
        return out.array();
    }

    /** Reads the result of {@link #bytes}; empty if it is something else, another version or damaged. */
    public static Optional<Peaks> parse(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || in.getInt() != MAGIC) return Optional.empty();
        int frames = in.getInt();
        int channels = in.getInt();
        if (frames < 0 || channels < 1 || channels > 64) return Optional.empty();
        int buckets = Math.ceilDiv(frames, BASE);
        if (in.remaining() != 12L * channels * buckets) return Optional.empty();
        var base = new float[channels][3 * buckets];
        for (var channel : base) for (int i = 0; i < channel.length; i++) channel[i] = in.getFloat();
        return Optional.of(new Peaks(pyramid(base, frames), frames));
    }
}
