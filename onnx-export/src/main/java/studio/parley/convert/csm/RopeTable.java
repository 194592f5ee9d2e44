package studio.parley.convert.csm;

import org.jspecify.annotations.Nullable;
import studio.parley.convert.weights.RopeConfig;

/**
 * Cosines and sines of the angles position × frequency, in float32 as transformers computes them ({@code modeling_rope_utils}),
 * with Llama 3's scaling of the low frequencies.
 */
final class RopeTable {
    private RopeTable() {}

    /** Frequencies of a head of {@code headDim} values: theta^(-2i/D). */
    static float[] frequencies(RopeConfig rope, int headDim) {
        var frequencies = new float[headDim / 2];
        for (int i = 0; i < frequencies.length; i++) {
            float plain = 1f / (float) Math.pow(rope.theta(), (float) (2 * i) / headDim);
            frequencies[i] = scaled(plain, rope.scaling());
        }
        return frequencies;
    }

    private static float scaled(float frequency, RopeConfig.@Nullable Llama3 s) {
        if (s == null) return frequency;
        float wavelength = (float) (2 * Math.PI) / frequency;
        float slow = wavelength > (float) (s.original() / s.low()) ? frequency / (float) s.factor() : frequency;
        if (wavelength > (float) (s.original() / s.low()) || wavelength < (float) (s.original() / s.high())) return slow;
        float smooth = ((float) s.original() / wavelength - (float) s.low()) / (float) (s.high() - s.low());
        return (1 - smooth) * slow / (float) s.factor() + smooth * slow;
    }

    /** [positions, width] of one function of the angle; columns beyond the frequencies are for angle 0. */
    static float[] table(float[] frequencies, int positions, int width, boolean sine) {
        var table = new float[Math.multiplyExact(positions, width)];
        for (int p = 0; p < positions; p++) {
            for (int i = 0; i < width; i++) {
                double angle = i < frequencies.length ? (float) p * frequencies[i] : 0;
                table[p * width + i] = (float) (sine ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return table;
    }
}
