package studio.parley.audio.loudness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.Measured;
import studio.parley.audio.Tones;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/** The test signals of EBU Tech 3341 and 3342, and ffmpeg's ebur128 filter on speech. */
class LoudnessTest {
    /** 1 kHz in both channels, at levels (dBFS, peak of the sine) for so many seconds. */
    private static Pcm tones(int rate, double[]... levelAndSeconds) {
        Pcm all = Pcm.silence(rate, 1, 0);
        for (var part : levelAndSeconds) {
            all = all.then(Pcm.mono(rate, Tones.sine(rate, (int) (part[1] * rate), 1000, LevelStats.amplitude(part[0]))));
        }
        return Pcm.of(rate, all.raw(0), all.raw(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {48000, 44100, 24000, 16000, 96000})
    void aToneAtMinus23(int rate) {
        var l = Measured.loudness(tones(rate, new double[] {-23, 4}));
        assertEquals(-23, l.integrated(), 0.1);
        assertEquals(-23, l.momentary(), 0.1);
        assertEquals(-23, l.shortTerm(), 0.1);
        assertEquals(-23, l.truePeakDb(), 0.1);
    }

    @Test
    void theGateLeavesOutWhatIsQuiet() {
        var l = Measured.loudness(tones(24000, new double[] {-72, 2}, new double[] {-36, 4}, new double[] {-23, 20}, new double[] {-36, 4}));
        assertEquals(-23, l.integrated(), 0.1);
    }

    @Test
    void theRange() {
        assertEquals(10, Measured.loudness(tones(24000, new double[] {-20, 20}, new double[] {-30, 20})).range(), 1);
        assertEquals(5, Measured.loudness(tones(24000, new double[] {-20, 20}, new double[] {-15, 20})).range(), 1);
    }

    /** ffmpeg 5.1: {@code -af ebur128=peak=true} says -14.9 LUFS, -3.0 dBTP. */
    @Test
    void speechLikeFfmpeg() {
        var l = Measured.loudness(AudioFiles.read(Path.of("src/test/resources/golden/watermark/speech.flac")));
        assertEquals(-14.9, l.integrated(), 0.1);
        assertEquals(-3.0, l.truePeakDb(), 0.1);
    }

    @Test
    void thePeakBetweenTheSamples() {
        // A quarter of the rate, 45 degrees off: the samples reach 0.707 of the wave (EBU Tech 3341, case 16).
        var x = new float[24000];
        for (int i = 0; i < x.length; i++) x[i] = (float) (0.5 * Math.sin(Math.PI / 2 * i + Math.PI / 4));
        assertEquals(-6.02, Measured.truePeakDb(Pcm.mono(24000, x).slice(0, 24000)), 0.4);
        assertEquals(-9.03, LevelStats.of(Pcm.mono(24000, x)).peakDb(), 0.01);
    }

    @Test
    void silenceHasNone() {
        var l = Measured.loudness(Pcm.silence(24000, 1, 24000));
        assertEquals(Double.NEGATIVE_INFINITY, l.integrated());
        assertEquals(0, l.range());
        assertEquals(Double.NEGATIVE_INFINITY, Measured.loudness(Pcm.silence(24000, 1, 5)).truePeakDb());
    }
}
