package studio.parley.speaker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * A voice as a direction: values of length 1. Immutable.
 *
 * @param seconds of speech that it was computed from, without pauses
 */
public record Embedding(float[] values, double seconds) {
    public Embedding {
        values = values.clone();
    }

    @Override
    public float[] values() {
        return values.clone();
    }

    public int size() {
        return values.length;
    }

    /** How alike two voices are: the cosine, for this encoder from 0 to 1. */
    public double likeness(Embedding other) {
        if (other.size() != size()) throw new IllegalArgumentException("embeddings of two encoders");
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += (double) values[i] * other.values[i];
        return Math.clamp(sum, -1, 1);
    }

    /** The voice of several recordings together: each counts as much as it has speech. */
    public static Embedding mean(Collection<Embedding> parts) {
        var first = parts.iterator().next();
        var sum = new double[first.size()];
        double seconds = 0;
        for (var part : parts) {
            for (int i = 0; i < sum.length; i++) sum[i] += part.values[i] * part.seconds;
            seconds += part.seconds;
        }
        return of(sum, seconds);
    }

    /** The direction of {@code sum}. */
    static Embedding of(double[] sum, double seconds) {
        double length = Math.sqrt(Arrays.stream(sum).map(v -> v * v).sum());
        var values = new float[sum.length];
        for (int i = 0; i < values.length; i++) values[i] = length > 0 ? (float) (sum[i] / length) : 0;
        return new Embedding(values, seconds);
    }

    /** For a file: seconds, then the values, as floats, little-endian. */
    public byte[] bytes() {
        var out = ByteBuffer.allocate((values.length + 1) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.putFloat((float) seconds);
        for (var v : values) out.putFloat(v);
        return out.array();
    }

    /** What {@link #bytes} wrote; empty if it is anything else. */
    public static Optional<Embedding> read(byte[] bytes) {
        if (bytes.length % Float.BYTES != 0 || bytes.length < 2 * Float.BYTES) return Optional.empty();
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float seconds = floats.get();
        var values = new float[floats.remaining()];
        floats.get(values);
        double square = 0;
        for (var v : values) square += (double) v * v;
        boolean isOne = seconds >= 0 && Float.isFinite(seconds) && (Math.abs(square - 1) < 1e-3 || square == 0);
        return isOne ? Optional.of(new Embedding(values, seconds)) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding e && e.seconds == seconds && Arrays.equals(e.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "a voice of " + seconds + " s";
    }
}
