package studio.parley.audio.loudness;

import java.util.Arrays;
import studio.parley.audio.dsp.KaiserWindow;

/**
 * The inter-sample peaks of one channel, as true-peak meters need them: four values per sample, by a short interpolator (24 taps;
 * BS.1770-4, annex 2, has 12). Within 0.1 dB of the exact peak up to three quarters of the band. One thread at a time.
 */
final class TruePeakMeter {
    private static final int HALF = 12;
    private static final float[][] TAPS = {taps(0.25), taps(0.5), taps(0.75)};

    private float[] held = new float[4096];
    /** Silence is assumed before the first sample. */
    private int count = HALF - 1;

    private static float[] taps(double shift) {
        var taps = new float[2 * HALF];
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            double x = k - (HALF - 1) - shift;
            double y = x / HALF;
            taps[k] = (float) (Math.sin(Math.PI * x) / (Math.PI * x) * KaiserWindow.at(y, 6));
            sum += taps[k];
        }
        for (int k = 0; k < taps.length; k++) taps[k] /= (float) sum;
        return taps;
    }

    /** Takes more samples; returns the highest absolute value at and after each sample that is final so far, up to the next. */
    float[] push(float[] x) {
        if (held.length < count + x.length) held = Arrays.copyOf(held, Math.max(2 * held.length, count + x.length));
        System.arraycopy(x, 0, held, count, x.length);
        count += x.length;
        var out = new float[Math.max(0, count - 2 * HALF + 1)];
        for (int i = 0; i < out.length; i++) out[i] = peak(i);
        System.arraycopy(held, out.length, held, 0, count - out.length);
        count -= out.length;
        return out;
    }

    /** The values of the last samples; afterwards the meter cannot be used again. */
    float[] finish() {
        return push(new float[HALF]);
    }

    private float peak(int first) {
        var x = held;
        float highest = Math.abs(x[first + HALF - 1]);
        for (var taps : TAPS) {
            float a = 0;
            float b = 0;
            for (int k = 0; k < 2 * HALF; k += 2) {
                a += taps[k] * x[first + k];
                b += taps[k + 1] * x[first + k + 1];
            }
            highest = Math.max(highest, Math.abs(a + b));
        }
        return highest;
    }
}
