package studio.parley.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.parley.audio.dsp.NoiseEstimate;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.dsp.SilenceDetector;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.pcm.Peaks;

/** Level, silence, noise, peaks. */
class MeasuresTest {
    @Test
    void level() {
        var l = LevelStats.of(Pcm.mono(8000, new float[] {0.5f, -1, -1, -1, 0.5f, 1, 1, 0}));
        assertEquals(new LevelStats(1, Math.sqrt(5.5 / 8), 0, 3), l);
        assertEquals(-0.25, LevelStats.of(Pcm.of(8000, new float[] {0.1f, 0.1f}, new float[] {-0.25f, -0.25f})).dc());
        assertEquals(5, LevelStats.of(Pcm.mono(8000, new float[] {1, 1, 1, 1, 1})).clipped());
        assertEquals(Double.NEGATIVE_INFINITY, LevelStats.of(Pcm.silence(8000, 1, 3)).peakDb());
        assertEquals(0, LevelStats.of(Pcm.silence(8000, 1, 0)).rms());
    }

    /** Three equal samples at full scale in a row were cut off; the other side of zero begins anew. */
    @Test
    void clippedSamples() {
        assertEquals(0, clipped(1, 1, 0, -1, -1, 0, 1, 1));
        assertEquals(3, clipped(0, 1, 1, 1));
        assertEquals(3, clipped(-1, -1, -1, 1, 1));
        assertEquals(6, clipped(1, 1, 1, -1, -1, -1));
        assertEquals(4, clipped(0.999f, 0.999f, 0.999f, 0.999f, 0.998f, 0.998f, 0.998f));
        assertEquals(0, clipped(1, 0.9995f, 1, 0.9995f), "a loud peak moves");
        assertEquals(6, LevelStats.of(Pcm.of(8000, new float[] {1, 1, 1}, new float[] {-1, -1, -1})).clipped());
    }

    private static int clipped(float... samples) {
        return LevelStats.of(Pcm.mono(8000, samples)).clipped();
    }

    @Test
    void decibels() {
        assertEquals(-6.0206, LevelStats.of(Pcm.mono(8000, new float[] {0.5f, -0.25f})).peakDb(), 1e-4);
        assertEquals(-6.0206, LevelStats.of(Pcm.mono(8000, new float[] {0.5f, -0.5f})).rmsDb(), 1e-4);
        assertEquals(0.5, LevelStats.amplitude(LevelStats.decibels(0.5)), 1e-12);
    }

    /** Silence at both ends of every channel goes, but for the margin; a sound that is all silent stays. */
    @Test
    void trimmed() {
        var stereo = Pcm.of(8000, new float[] {0, 0, 0, 1, 0, 0, 0, 0}, new float[] {0, 0, 0, 0, 0, 0.2f, 0.1f, 0});
        assertEquals(stereo.slice(3, 6), SilenceDetector.trim(stereo, 0.1, 0));
        assertEquals(stereo.slice(2, 7), SilenceDetector.trim(stereo, 0.1, 1));
        assertEquals(stereo, SilenceDetector.trim(stereo, 0.1, 100));
        var silent = Pcm.silence(8000, 2, 5);
        assertEquals(silent, SilenceDetector.trim(silent, 0.1, 0));
        assertEquals(3, new SilenceDetector.Span(2, 5).length());
    }

    @Test
    void soundingStretches() {
        // Samples above 0.1: 2,3 . 6 . 11,12 and then two silent ones; silences of 2, 4.
        var x = new float[] {0, 0, 1, -1, 0, 0, .5f, .1f, 0, 0, 0, 1, 1, 0, 0};
        var pcm = Pcm.mono(8000, x);
        assertEquals(List.of(new SilenceDetector.Span(2, 7), new SilenceDetector.Span(11, 15)), SilenceDetector.sounding(pcm, 0.1, 3));
        assertEquals(List.of(new SilenceDetector.Span(2, 4), new SilenceDetector.Span(6, 7), new SilenceDetector.Span(11, 13)), SilenceDetector.sounding(pcm, 0.1, 2));
        assertEquals(List.of(new SilenceDetector.Span(2, 15)), SilenceDetector.sounding(pcm, 0.1, 5));
        assertEquals(List.of(), SilenceDetector.sounding(Pcm.silence(8000, 1, 4), 0.1, 1));
        assertEquals(pcm.slice(1, 14), SilenceDetector.trim(pcm, 0.1, 1));
    }

    @Test
    void noiseAndBandwidth() {
        var dice = new Random(5);
        var x = new float[72000];
        for (int i = 0; i < x.length; i++) {
            // Two thirds "speech" up to 6 kHz, one third hiss at -60 dBFS.
            x[i] = (float) (dice.nextGaussian() * 0.001);
        }
        var loud = new float[72000];
        for (int i = 0; i < 48000; i++) loud[i] = (float) (dice.nextGaussian() * 0.2);
        var low = Resampler.resample(Resampler.resample(Pcm.mono(24000, loud), 12000), 24000);
        var noise = NoiseEstimate.of(Pcm.mono(24000, Tones.sum(low.raw(0), x)));
        assertEquals(-60, noise.floorDb(), 1);
        assertEquals(43, noise.snrDb(), 3);
        assertEquals(24000 / 2, NoiseEstimate.of(Pcm.mono(24000, loud)).bandwidth(), 100);
        assertEquals(6000, NoiseEstimate.of(low).bandwidth(), 200);
        assertEquals(0, NoiseEstimate.of(Pcm.silence(24000, 1, 10)).bandwidth());
    }

    @Property(tries = 100)
    void peaksHoldTheExtremes(@ForAll @IntRange(min = 1, max = 20000) int frames, @ForAll @IntRange(min = 1, max = 50) int columns) {
        var dice = new Random(frames);
        var x = new float[frames];
        for (int i = 0; i < frames; i++) x[i] = dice.nextFloat() * 2 - 1;
        var peaks = Peaks.parse(Peaks.of(Pcm.mono(24000, x)).bytes()).orElseThrow();
        var drawn = peaks.columns(0, 0, frames, columns);
        float max = -1;
        for (var c : drawn) max = Math.max(max, c.max());
        float most = -1;
        for (var v : x) most = Math.max(most, v);
        assertEquals(most, max);
        assertEquals(frames, peaks.frames());
        var outside = peaks.columns(0, frames + 256.0, frames + 1000.0, 3);
        assertTrue(Arrays.stream(outside).allMatch(c -> c.max() == 0));
    }

    @Property(tries = 300)
    void damagedPeaksAreAbsent(@ForAll byte[] bytes, @ForAll long seed) {
        Peaks.parse(bytes);
        var real = Peaks.of(Pcm.mono(24000, Tones.left(24000, 3000))).bytes();
        var dice = new Random(seed);
        real[dice.nextInt(12)] = (byte) dice.nextInt();
        Peaks.parse(real);
        assertTrue(Peaks.parse(Arrays.copyOf(real, dice.nextInt(real.length))).isEmpty());
    }
}
