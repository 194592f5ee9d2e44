package studio.parley.speaker;

import studio.parley.audio.pcm.Pcm;

/** The computed sounds of onnx-export/reference/speaker.py: harmonics of a moving pitch under two resonances. */
public final class Vowels {
    private Vowels() {}

    /** {@code low}, {@code high} or {@code short}, at 16 kHz. */
    static float[] of(String name) {
        return switch (name) {
            case "low" -> samples(110, 600, 1200, 3.3, 16_000);
            case "high" -> samples(210, 800, 2000, 2.0, 16_000);
            case "short" -> samples(150, 500, 1500, 0.7, 16_000);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A "voice" of a pitch and two resonances in hertz, of any length. */
    public static Pcm voice(double pitch, double first, double second, double seconds, int rate) {
        return Pcm.mono(rate, samples(pitch, first, second, seconds, rate));
    }

    private static float[] samples(double pitch, double first, double second, double seconds, int rate) {
        var out = new float[(int) (rate * seconds)];
        for (int i = 0; i < out.length; i++) {
            double t = (double) i / rate;
            double x = 0;
            for (int k = 1; k < 30; k++) {
                double f = pitch * k;
                double strength = 1 / (1 + Math.pow((f - first) / 150, 2)) + 0.6 / (1 + Math.pow((f - second) / 250, 2));
                x += strength * Math.sin(2 * Math.PI * f * t + 0.4 * k * Math.sin(2 * Math.PI * 3 * t));
            }
            out[i] = (float) (0.05 * x * (0.55 + 0.45 * Math.sin(2 * Math.PI * 2.5 * t)));
        }
        return out;
    }
}
