package studio.parley.watermark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Fft;
import studio.parley.audio.pcm.Pcm;

/**
 * Twelve seconds of the bundled voice, marked by {@link WatermarkMeasure}, then: {@code sox pitch -100}, {@code sox speed 1.03}, white noise
 * 20 dB below (and MP3 with 64 kb/s from all three), {@code opusenc --bitrate 16}.
 */
class ResynchronisationTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "watermark");
    private static final WatermarkKey KEY = WatermarkMeasure.key(1);
    private static final WatermarkKey OTHER = WatermarkMeasure.key(2);
    private static final float[] SIGNS = KEY.signs(WatermarkBand.PERIOD);

    @ParameterizedTest
    @ValueSource(strings = {"noise-64k.mp3", "opus-16k.opus"})
    void isFoundAfterNoiseAndCoarseCoding(String file) {
        assertFound(Detector.detect(AudioFiles.read(GOLDEN.resolve(file)), KEY, List.of()));
    }

    @Test
    void isFoundAtAnotherPitch() {
        var sound = AudioFiles.read(GOLDEN.resolve("pitch-64k.mp3"));
        var semitones = Change.grid().subList(0, 2);
        assertFound(Detector.detect(sound, KEY, semitones));
        assertNotFound(Detector.detect(sound, OTHER, semitones));
    }

    @Test
    void isFoundAtAnotherSpeed() {
        var sound = AudioFiles.read(GOLDEN.resolve("speed-64k.mp3"));
        assertFound(Detector.detect(sound, KEY, near(1.03)));
        assertNotFound(Detector.detect(sound, OTHER, near(1.03)));
    }

    /** Longer than what is searched at once. */
    @Test
    void isFoundInTheLoudPartOfALongSound() {
        var speed = AudioFiles.read(GOLDEN.resolve("speed-64k.mp3"));
        var silence = Pcm.silence(speed.rate(), 1, 20 * speed.rate());
        assertFound(Detector.detect(silence.then(speed).then(silence), KEY, near(1.03)));
    }

    private static List<List<Change>> near(double length) {
        return Change.grid().stream().filter(c -> Math.abs(c.getFirst().length() / length - 1) < 0.002).toList();
    }

    private static void assertFound(Detection d) {
        assertTrue(d.found() && d.falseAlarmProbability() < 1e-9, d.toString());
    }

    private static void assertNotFound(Detection d) {
        assertTrue(!d.found() && d.falseAlarmProbability() > 0.01, d.toString());
    }

    @Test
    void unmarkedSoundsGiveNoEvidence() {
        var speech = AudioFiles.read(GOLDEN.resolve("speech.flac")).samples(0);
        assertNoEvidence(speech);
        assertNoEvidence(noise(48000, 2));
        // The same half second again and again: one coincidence must not count six times.
        var loop = new float[72000];
        for (int i = 0; i < loop.length; i++) loop[i] = speech[20000 + i % 12000];
        assertNoEvidence(loop);
    }

    private static void assertNoEvidence(float[] sound) {
        assertTrue(Resynchronisation.logEvidence(Whitening.ofNoisy(sound), SIGNS, Change.grid().subList(0, 4)) < 3);
    }

    @Test
    void shortOrSilentSoundsGiveNoEvidence() {
        assertEquals(0, Resynchronisation.logEvidence(new float[1000], SIGNS, Change.grid()));
        assertEquals(0, Resynchronisation.logEvidence(new float[30000], SIGNS, Change.grid()));
        assertFalse(Watermark.detect(Pcm.silence(24000, 2, 30000), KEY).found());
    }

    @Test
    void everyKindHasItsShareOnce() {
        double sum = 0;
        for (var changes : Change.grid()) {
            for (var change : changes) sum += change.kind().share * change.fine().size();
        }
        assertEquals(1, sum, 1e-9);
    }

    /** Signs in noise, each piece of 80 ms moved elsewhere: the peak is at the line, and the evidence follows the pieces. */
    @Test
    void movedPiecesAreFound() {
        var random = new Random(3);
        var sound = noise(6 * 24000, 4);
        double tempo = 0.95;
        for (int from = 0; from < sound.length; from += 1920) {
            int at = 50000 + (int) (tempo * from) + random.nextInt(240) - 120;
            for (int i = from; i < from + 1920; i++) sound[i] += 0.09f * SIGNS[(at + i - from) % SIGNS.length];
        }
        var peak = new OffsetSearch(SIGNS).peaks(sound, new double[] {tempo}, 1).getFirst().getFirst();
        assertEquals(50000, peak.offset(), 150);
        assertTrue(peak.height() > 8, peak.toString());
        assertTrue(new Track(sound, SIGNS, 50000, tempo).logEvidence() > 30);
        assertTrue(new Track(sound, SIGNS, 20000, tempo).logEvidence() < 1);
    }

    /** The ground of the bound: for random signs the mean likelihood ratio is 1, and it is hardly ever high. */
    @Test
    void likelihoodRatiosOfRandomSignsAreOneOnAverage() {
        var sound = noise(2400, 5);
        double mean = 0;
        int high = 0;
        for (int k = 0; k < 200; k++) {
            double ratio = Math.exp(new Track(sound, WatermarkMeasure.key(300 + k).signs(WatermarkBand.PERIOD), 1000 * k, 1).logEvidence());
            mean += ratio / 200;
            if (ratio > 10) high++;
        }
        assertEquals(1, mean, 0.25);
        assertTrue(high <= 20, high + "");
    }

    @Test
    void repeatedSoundCountsOnce() {
        var sound = noise(2 * WatermarkBand.PERIOD, 6);
        assertEquals(1, new Track(sound, SIGNS, 0, 1).repetition(), 0.1);
        System.arraycopy(sound, 0, sound, WatermarkBand.PERIOD, WatermarkBand.PERIOD);
        for (int i = 0; i < sound.length; i++) sound[i] += SIGNS[i % SIGNS.length];
        assertEquals(2, new Track(sound, SIGNS, 0, 1).repetition(), 0.1);
    }

    @Test
    void stretchesByAnyRatio() {
        for (double ratio : new double[] {0.94, 0.9991, 1, 1.06}) {
            var sine = new float[4000];
            for (int i = 0; i < sine.length; i++) sine[i] = (float) Math.sin(2 * Math.PI * 5000 / 24000 * i);
            var out = Stretch.by(sine, ratio);
            assertEquals((int) (4000 * ratio), out.length);
            for (int i = 20; i < 3000; i++) assertEquals(Math.sin(2 * Math.PI * 5000 / 24000 * i / ratio), out[i], 0.02);
        }
    }

    @Test
    void rowTransformIsTheTransform() {
        var a = noise(4096, 7);
        var b = noise(4096, 8);
        var re = new double[4096];
        var im = new double[4096];
        var rowsRe = new float[64][64];
        var rowsIm = new float[64][64];
        IntStream.range(0, 4096).forEach(i -> {
            re[i] = rowsRe[i / 64][i % 64] = a[i];
            im[i] = rowsIm[i / 64][i % 64] = b[i];
        });
        new Fft(4096).forward(re, im);
        new RowFft(64).forward(rowsRe, rowsIm);
        for (int i = 0; i < 4096; i++) {
            assertEquals(re[i], rowsRe[i / 64][i % 64], 1e-3);
            assertEquals(im[i], rowsIm[i / 64][i % 64], 1e-3);
        }
    }

    private static float[] noise(int samples, long seed) {
        var random = new Random(seed);
        var noise = new float[samples];
        for (int i = 0; i < samples; i++) noise[i] = (float) random.nextGaussian();
        return noise;
    }
}
