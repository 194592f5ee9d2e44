package studio.parley.audio.dsp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.audio.Tones;
import studio.parley.audio.pcm.Pcm;

class ResamplerTest {
    @ParameterizedTest
    @CsvSource({"44100,24000,1000", "44100,24000,9000", "44100,24000,10900", "48000,24000,9000", "24000,44100,9000", "24000,48000,10900",
        "16000,24000,7000", "22050,24000,5000", "11127,24000,4000", "44101,24000,6000", "192000,24000,10000", "8000,48000,3000"})
    void aToneStaysThatTone(int from, int to, double hertz) {
        var out = Resampler.resample(Pcm.mono(from, Tones.sine(from, from, hertz, 0.5)), to);
        assertEquals(to, out.frames());
        // Against the tone computed at the new rate: amplitude, phase and delay count, not only purity. Floats limit it to ~150 dB.
        var snr = Tones.snr(Tones.sine(to, to, hertz, 0.5), out.raw(0), to / 4, to * 3 / 4);
        assertTrue(snr > 115, from + " -> " + to + " " + hertz + " Hz: " + snr + " dB");
    }

    @ParameterizedTest
    @CsvSource({"44100,24000,12050", "44100,24000,15000", "48000,24000,12050", "48000,24000,15000", "96000,24000,30000",
        "48000,16000,8100"})
    void nothingComesBackFromBeyondNyquist(int from, int to, double hertz) {
        var out = Resampler.resample(Pcm.mono(from, Tones.sine(from, from, hertz, 0.5)), to).raw(0);
        double sum = 0;
        for (int i = to / 4; i < to * 3 / 4; i++) sum += out[i] * (double) out[i];
        double db = 10 * Math.log10(sum / (to / 2.0) / 0.125);
        assertTrue(db < -100, from + " -> " + to + " " + hertz + " Hz: " + db + " dB");
    }

    @ParameterizedTest
    @CsvSource({"44100,24000,118", "48000,24000,118", "24000,44100,95", "24000,48000,118", "16000,24000,118"})
    void agreesWithSox(int from, int to, double atLeast) {
        var in = new float[from / 10];
        double top = Math.min(from, to) / 2.0 * 0.79;
        for (int k = 0; k < 4; k++) {
            double f = 150 + (top - 150) * k / 3;
            for (int i = 0; i < in.length; i++) in[i] += (float) (0.2 * Math.sin(2 * Math.PI * f * i / from + f));
        }
        var sox = Tones.floats("sox-" + from + "-" + to + ".f32");
        var ours = Resampler.resample(Pcm.mono(from, in), to).raw(0);
        assertEquals(sox.length, ours.length);
        var snr = Tones.snr(sox, ours, sox.length / 3, sox.length * 2 / 3);
        // 24 -> 44.1 kHz: sox itself is 96 dB from the computed tones there, and 124 to 144 dB at the other pairs.
        assertTrue(snr > atLeast, snr + " dB");
    }

    @Property(tries = 60)
    void piecesEqualTheWhole(@ForAll @IntRange(min = 1, max = 900) int step, @ForAll @IntRange(min = 1000, max = 50000) int from,
            @ForAll @IntRange(min = 1000, max = 50000) int to, @ForAll @IntRange(min = 0, max = 3000) int frames) {
        var in = Tones.left(from, frames);
        var whole = Resampler.resample(Pcm.mono(from, in), to).raw(0);
        assertEquals(Math.ceilDiv((long) frames * to, from), whole.length);
        var stream = new Resampler(from, to);
        var out = new float[0];
        for (int at = 0; at < frames; at += step) out = join(out, stream.push(Arrays.copyOfRange(in, at, Math.min(frames, at + step))));
        assertArrayEquals(whole, join(out, stream.finish()));
    }

    private static float[] join(float[] a, float[] b) {
        var out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    @Test
    void theSameRateIsTheSameSound() {
        var pcm = Pcm.mono(24000, Tones.left(24000, 10));
        assertSame(pcm, Resampler.resample(pcm, 24000));
        assertEquals(0, Resampler.resample(Pcm.silence(44100, 2, 0), 24000).frames());
    }
}
