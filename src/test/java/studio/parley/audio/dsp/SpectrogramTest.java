package studio.parley.audio.dsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.audio.Tones;

class SpectrogramTest {
    private static float[] noise(int frames) {
        var random = new Random(frames);
        var out = new float[frames];
        for (int i = 0; i < frames; i++) out[i] = (float) (0.3 * random.nextGaussian());
        return out;
    }

    /** What is not changed comes back, to its first and last sample. */
    @ParameterizedTest
    @CsvSource({"1000,64,32", "1000,64,16", "777,128,32", "5,64,32", "1,64,16", "0,64,32"})
    void backAgain(int frames, int size, int hop) {
        var signal = noise(frames);
        assertArrayEquals(signal, new Spectrogram(signal, size, hop).back(), 1e-6f);
    }

    @Test
    void whatIsDoneToTheBinsIsHeard() {
        var signal = noise(500);
        var s = new Spectrogram(signal, 64, 32);
        for (int t = 0; t < s.frames(); t++) for (int k = 0; k < s.bins(); k++) {
            s.re[t][k] *= -2;
            s.im[t][k] *= -2;
        }
        for (int i = 0; i < signal.length; i++) signal[i] *= -2;
        assertArrayEquals(signal, s.back(), 1e-5f);
    }

    /** Frame t ends with sample (t + 1) hops; a tone stands in its bin, and there only while it sounds. */
    @Test
    void aToneStandsInItsBinAndTime() {
        var x = new float[640];
        System.arraycopy(Tones.sine(64, 320, 8, 1), 0, x, 320, 320);
        var s = new Spectrogram(x, 64, 32);
        assertEquals(33, s.bins());
        assertEquals(21, s.frames());
        for (int t = 0; t < s.frames(); t++) {
            int strongest = 0;
            for (int k = 0; k < s.bins(); k++) if (s.power(t, k) > s.power(t, strongest)) strongest = k;
            if (t < 10) assertEquals(0, s.power(t, strongest), "frame " + t + " ends before it");
            else if (t > 10 && t < 20) assertEquals(8, strongest, "frame " + t);
            else assertTrue(s.power(t, strongest) > 0);
        }
    }

    /** White noise has the same mean power in every bin: its own times that of the window. */
    @Test
    void noiseMeasuresTheWindow() {
        var s = new Spectrogram(noise(64 * 2000), 64, 64 / 2);
        double sum = 0;
        for (int t = 2; t < s.frames() - 2; t++) for (int k = 1; k < s.bins() - 1; k++) sum += s.power(t, k);
        assertEquals(0.09 * s.windowPower(), sum / (s.frames() - 4) / (s.bins() - 2), 0.03);
    }
}
