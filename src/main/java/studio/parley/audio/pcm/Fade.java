package studio.parley.audio.pcm;

/**
 * The fades of a part: {@code in} and {@code out} are lengths in samples, {@code shape} is the curve. Fades longer than the part overlap
 * and multiply.
 */
public record Fade(int in, int out, Shape shape) {
    public static final Fade NONE = new Fade(0, 0, Shape.LINEAR);

    /** Gain from 0 to 1. */
    public enum Shape {
        LINEAR,
        /** A quarter of a sine: a crossfade keeps the power of unrelated signals. */
        EQUAL_POWER,
        /** Half a cosine: starts and ends with slope 0. */
        SMOOTH;

        double at(double x) {
            return switch (this) {
                case LINEAR -> x;
                case EQUAL_POWER -> Math.sin(Math.PI / 2 * x);
                case SMOOTH -> 0.5 - 0.5 * Math.cos(Math.PI * x);
            };
        }
    }

    public Fade {
        if (in < 0 || out < 0) throw new IllegalArgumentException("fade of " + in + ", " + out);
    }

    /** The gain of sample {@code i} of a part of {@code length} samples. */
    public double gain(long i, long length) {
        double g = i < in ? shape.at((i + 0.5) / in) : 1;
        return length - 1 - i < out ? g * shape.at((length - 1 - i + 0.5) / out) : g;
    }
}
