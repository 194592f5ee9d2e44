package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.audio.loudness.Loudness;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;
import studio.parley.studio.export.OutputMeter.Measured;

/** What is done to a mix of which only the figures are known: gain moves them, a limiter takes peaks and some loudness. */
class LoudnessNormalizerTest {
    private int measured;

    private Measured mix(double lufs, double peakDb, MasteringSettings finish) {
        measured++;
        double gain = LevelStats.decibels(finish.gain());
        double peak = peakDb + gain;
        double loud = lufs + gain;
        if (finish.ceiling().isPresent()) {
            double ceiling = LevelStats.decibels(finish.ceiling().getAsDouble());
            loud -= 0.25 * Math.max(0, peak - ceiling);
            peak = Math.min(peak, ceiling + 0.1);
        }
        return new Measured(60, new Loudness(loud, loud, loud, 0, peak), loud - 1, -80);
    }

    private LoudnessNormalizer leveller(LoudnessTarget target, boolean mayLimit, double headroom, double lufs, double peakDb) {
        return new LoudnessNormalizer(target, mayLimit, headroom, finish -> mix(lufs, peakDb, finish));
    }

    private static void gains(double db, LoudnessNormalizer leveller, String... notes) {
        var finish = leveller.find();
        assertEquals(db, LevelStats.decibels(finish.gain()), 1e-9);
        assertTrue(finish.ceiling().isEmpty());
        assertEquals(List.of(notes), leveller.notes());
    }

    @Test
    void gainAloneWhereItIsEnough() {
        gains(4, leveller(LoudnessTarget.PODCAST_STEREO, true, 0, -20, -6));
        gains(-6, leveller(LoudnessTarget.PODCAST_STEREO, false, 0, -10, -0.5));
        gains(-1, leveller(LoudnessTarget.ACX, true, 0, -18, -6));
        gains(0, leveller(LoudnessTarget.AS_IS, true, 0, -10, -1.02));
    }

    /** 4 dB are wanted, and peaks leave room for 3.48: within the 1 LU that the target allows. */
    @Test
    void nearlyIsNearEnoughWithoutALimiter() {
        gains(3.48, leveller(LoudnessTarget.PODCAST_STEREO, true, 0, -20, -4.5),
                "-16.5 LUFS instead of -16.0 LUFS, which is within tolerance; any louder, the peaks would exceed -1 dBTP.");
        gains(0.48, leveller(LoudnessTarget.ACX, true, 0, -20, -3.5),
                "-20.5 dB RMS instead of -20.0 dB RMS, which is within tolerance; any louder, the peaks would exceed -3 dBTP.");
        gains(2.98, leveller(LoudnessTarget.PODCAST_STEREO, true, 0.5, -19.9, -4.5),
                "-16.9 LUFS instead of -16.0 LUFS, which is within tolerance; any louder, the peaks would exceed -1 dBTP.");
    }

    @Test
    void whereNoLimiterIsWantedItSaysWhatIsMissing() {
        gains(1.98, leveller(LoudnessTarget.PODCAST_STEREO, false, 0, -20, -3),
                "-18.0 LUFS instead of -16.0 LUFS: any louder, the peaks would exceed -1 dBTP. Allow the limiter to reach the target.");
    }

    /** Some loudness goes with the peaks and is given back; the ceiling sinks until peaks are where they may be. */
    @Test
    void aLimiterGetsToTheTargetAndStaysBelowThePeak() {
        var leveller = leveller(LoudnessTarget.PODCAST_STEREO, true, 0, -20, -3);
        var finish = leveller.find();
        var done = mix(-20, -3, finish);
        assertEquals(-16, done.loudness().integrated(), 0.1);
        assertTrue(done.loudness().truePeakDb() <= -1, done.toString());
        assertEquals(List.of("Peaks were limited; with gain alone it would be -18.0 LUFS instead of -16.0 LUFS."), leveller.notes());
    }

    @Test
    void whatCannotBeReachedIsGivenUpAndSaid() {
        var leveller = new LoudnessNormalizer(LoudnessTarget.PODCAST_STEREO, true, 0, finish -> {
            measured++;
            return new Measured(60, new Loudness(-20, -20, -20, 0, finish.ceiling().isPresent() ? -1.1 : -2), -21, -80);
        });
        leveller.find();
        assertEquals(6, measured, "once as it is, and five attempts");
        assertEquals("It reached -20.0 LUFS.", leveller.notes().getLast());
    }

    @Test
    void asItIsIsOnlyEverLowered() {
        gains(-1.52, leveller(LoudnessTarget.AS_IS, true, 0, -10, 0.5), "Lowered by 1.5 dB to keep the true peak below -1 dBTP.");
        gains(-0.48, leveller(LoudnessTarget.AS_IS, true, 0.5, -10, -1.04), "Lowered by 0.5 dB to keep the true peak below -1 dBTP.");
        gains(0, leveller(LoudnessTarget.AS_IS, true, 0, -40, -30));
    }

    @Test
    void silenceStaysSilenceAndWhatCannotBeMeasuredAsLoudAsItWas() {
        gains(0, leveller(LoudnessTarget.PODCAST_STEREO, true, 0, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY));
        gains(0, leveller(LoudnessTarget.PODCAST_STEREO, true, 0, Double.NEGATIVE_INFINITY, -6), "Too short or too quiet to be measured, so the loudness was not changed.");
    }

    private static Measured measured(Pcm... pieces) {
        var meter = new OutputMeter(24_000, pieces[0].channels());
        for (var piece : pieces) meter.add(piece);
        return meter.finish();
    }

    private static Pcm level(double db, int frames) {
        var x = new float[frames];
        for (int i = 0; i < frames; i++) x[i] = (float) (LevelStats.amplitude(db) * (i % 2 == 0 ? 1 : -1));
        return Pcm.of(24_000, x, x);
    }

    /** RMS of the whole and of the quietest half second, wherever pieces end. */
    @Test
    void theMeterOfAFile() {
        var loud = level(-20, 60_000);
        var quiet = level(-70, 13_200);
        var m = measured(loud, quiet.slice(0, 5000), quiet.slice(5000, 13_200), loud);
        assertEquals(133_200 / 24_000.0, m.seconds(), 1e-9);
        assertEquals(-20 + 10 * Math.log10(120_000 / 133_200.0), m.rmsDb(), 0.001);
        assertEquals(-70, m.noiseDb(), 0.01);
        assertEquals(-20, measured(loud).noiseDb(), 0.001);
        assertEquals(-20, measured(level(-20, 700)).rmsDb(), 0.001);
        assertEquals(-20, measured(level(-20, 700)).noiseDb(), 0.001, "too short for half a second");
        assertEquals(Double.NEGATIVE_INFINITY, measured(Pcm.silence(24_000, 2, 0)).rmsDb());
    }
}
