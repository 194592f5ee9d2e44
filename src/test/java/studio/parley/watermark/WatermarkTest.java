package studio.parley.watermark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

/** On three seconds of a flite voice. The figures for many voices and attacks come from {@link WatermarkMeasure}. */
class WatermarkTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "watermark");
    private static final WatermarkKey KEY = WatermarkMeasure.key(1);
    private static final WatermarkKey OTHER = WatermarkMeasure.key(2);
    private static final Pcm SPEECH = AudioFiles.read(GOLDEN.resolve("speech.flac"));
    private static final Pcm MARKED = Watermark.embed(SPEECH, KEY);

    /** Without a search for changes of speed and pitch, which {@link ResynchronisationTest} tests. */
    private static Detection detect(Pcm sound, WatermarkKey key) {
        return Detector.detect(sound, key, List.of());
    }

    private static void assertFound(Pcm sound) {
        var d = detect(sound, KEY);
        assertTrue(d.found(), d.toString());
        assertTrue(d.falseAlarmProbability() < 1e-9, d.toString());
    }

    @Test
    void isThereAndIsQuiet() {
        assertFound(MARKED);
        double below = WatermarkMeasure.below(SPEECH, MARKED);
        assertTrue(below >= 36.9, below + " dB");
        assertEquals(MARKED, Watermark.embed(SPEECH, KEY));
    }

    @Test
    void isNotFoundWithAnotherKeyOrWithoutAMark() {
        assertFalse(detect(MARKED, OTHER).found());
        assertFalse(detect(SPEECH, KEY).found());
        assertTrue(detect(SPEECH, KEY).falseAlarmProbability() > 1e-3);
    }

    /** Marked here, then ffmpeg: libmp3lame, 128 kb/s, 44.1 kHz, joint stereo. */
    @Test
    void survivesMp3() {
        var mp3 = AudioFiles.read(GOLDEN.resolve("marked-128k.mp3"));
        assertEquals(2, mp3.channels());
        assertFound(mp3);
        assertFalse(detect(mp3, OTHER).found());
    }

    @Test
    void survivesRatesGainAndPolarity() {
        assertFound(Resampler.resample(Resampler.resample(MARKED, 16000), 24000));
        assertFound(Resampler.resample(MARKED, 44100));
        assertFound(Resampler.resample(MARKED, 48000).times(0.25));
        assertFound(MARKED.times(-1));
    }

    @Test
    void survivesTrimming() {
        int n = MARKED.frames();
        assertFound(MARKED.slice(n * 3 / 10, n));
        assertFound(MARKED.slice(0, n * 7 / 10));
        assertTrue(detect(MARKED.slice(0, n * 35 / 100).then(MARKED.slice(n * 65 / 100, n)), KEY).found());
    }

    @Test
    void survivesMixingAndStereo() {
        var second = Watermark.embed(SPEECH.slice(30000, SPEECH.frames()).then(SPEECH.slice(0, 30000)), KEY).samples(0);
        var sum = MARKED.samples(0);
        for (int i = 0; i < sum.length; i++) sum[i] += second[i];
        assertFound(Pcm.mono(24000, sum));
        assertFound(Pcm.of(24000, new float[MARKED.frames()], MARKED.samples(0)));
        assertFound(Pcm.of(24000, MARKED.samples(0), MARKED.times(-1).samples(0)));
    }

    /** Marks a third as strong, each beginning elsewhere in the period: too weak one by one, found together. */
    @Test
    void weakEvidenceAddsUpOverAConversation() {
        Pcm talk = null;
        for (int i = 0; i < 6; i++) {
            var take = SPEECH.times(1 - 0.1 * i).slice(0, 65536);
            var marked = Watermark.embed(take, KEY).samples(0);
            for (int k = 0; k < marked.length; k++) marked[k] = take.at(0, k) + (marked[k] - take.at(0, k)) * 0.36f;
            var weak = Pcm.mono(24000, marked);
            if (talk == null) assertFalse(detect(weak, KEY).found());
            talk = talk == null ? weak : talk.then(weak);
        }
        var d = detect(talk, KEY);
        assertTrue(d.found() && d.score() < 8, d.toString());
        assertFalse(detect(talk, OTHER).found());
    }

    @Test
    void marksOtherRatesAndLeavesSilenceAlone() {
        assertFound(Watermark.embed(Resampler.resample(SPEECH, 44100), KEY));
        var silence = Pcm.silence(24000, 1, 1000);
        assertSame(silence, Watermark.embed(silence, KEY));
        assertEquals(new Detection(false, 0, 1), detect(silence, KEY));
        assertFalse(detect(Pcm.silence(24000, 1, 0), KEY).found());
        assertThrows(IllegalArgumentException.class, () -> Watermark.embed(Pcm.silence(24000, 2, 5), KEY));
    }

    /** Random signs give correlations of variance 1: the ground of the false-alarm bound, on speech without a mark. */
    @Test
    void wrongKeysGiveNormalCorrelations() {
        var y = Whitening.of(SPEECH.samples(0));
        var z = Correlator.fold(y, 0, y.length);
        double square = 0;
        int over4 = 0;
        int n = 0;
        for (int k = 0; k < 16; k++) {
            for (var h : new Correlator(WatermarkMeasure.key(100 + k)).heights(z)) {
                square += h * h;
                n++;
                if (Math.abs(h) > 4) over4++;
            }
        }
        assertEquals(1, square / n, 0.01);
        // Normal law: 6.3e-5 of 1048576 = 66; Hoeffding's bound: 703.
        assertTrue(over4 > 30 && over4 < 120, over4 + "");
    }

    @Test
    void keysAreRandomWrittenAndRead() {
        var key = WatermarkKey.random();
        assertNotEquals(key, WatermarkKey.random());
        assertEquals(key, WatermarkKey.parse(" " + key.text() + "\n"));
        assertEquals("WatermarkKey", key.toString());
        assertThrows(Problem.class, () -> WatermarkKey.parse("parley-watermark-1:12"));
    }
}
