package studio.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

class ClipPreparationTest {
    private static Pcm level(int frames, double value) {
        var x = new float[frames];
        java.util.Arrays.fill(x, (float) value);
        return Pcm.mono(24000, x);
    }

    @Test
    void noneIsMonoAt24kAndNothingElse() {
        var stereo = Pcm.of(48000, level(4800, 0.4).samples(0), level(4800, 0.2).samples(0));
        assertEquals(Resampler.resample(level(4800, 0.3).times(1), 24000).rate(), ClipPreparation.NONE.apply(stereo).rate());
        var out = ClipPreparation.NONE.apply(stereo);
        assertEquals(2400, out.frames());
        assertEquals(0.3, out.at(0, 1200), 1e-6);
    }

    /** By hand from voice_clone.py: 3600 samples are silence, 1200 stay on each side; peak / (peak + 1e-8). */
    @Test
    void cloneCutsLongSilencesOnly() {
        var sound = level(5000, 0.5);
        var shortGap = Pcm.silence(24000, 1, 3599);
        var longGap = Pcm.silence(24000, 1, 10000);
        var clip = longGap.then(sound).then(shortGap).then(sound).then(longGap).then(sound).then(shortGap);
        var out = ClipPreparation.CLONE.apply(clip);
        assertEquals(1200 + 5000 + 3599 + 5000 + 1200 + 1200 + 5000 + 3599, out.frames());
        assertEquals(1, out.at(0, 1200), 1e-6);
        assertEquals(1200 + 5000 + 3599 + 5000 + 1200 + 1200 + 5000 + 1200, ClipPreparation.CLONE.apply(clip.then(longGap)).frames());
    }

    @Test
    void cloneUsesTheHigherThresholdOverTenSeconds() {
        var murmur = level(4800, 0.018);
        var clip = level(4800, 1).then(murmur).then(level(4800, 1));
        assertEquals(clip.frames(), ClipPreparation.CLONE.apply(clip).frames());
        var longClip = clip.then(level(240000, 1));
        assertEquals(longClip.frames() - 4800 + 2400, ClipPreparation.CLONE.apply(longClip).frames());
    }

    @Test
    void silenceStaysSilence() {
        var silence = Pcm.silence(24000, 1, 1000);
        assertEquals(silence, ClipPreparation.CLONE.apply(silence));
        assertEquals(silence, ClipPreparation.STUDIO.apply(silence));
    }

    @Test
    void studioTakesAwayTheOffset() {
        var clip = level(24000, 0.25).then(level(24000, -0.15));
        assertEquals(0, LevelStats.of(new ClipFilter.RemoveDc().apply(clip)).dc(), 1e-6);
        assertEquals(0.2, LevelStats.of(new ClipFilter.RemoveDc().apply(clip)).peak(), 1e-6);
    }

    @Test
    void preparationsHaveNames() {
        assertEquals(ClipPreparation.CLONE, ClipPreparation.named("Clone"));
        assertTrue(assertThrows(Problem.class, () -> ClipPreparation.named("x")).getMessage().contains("studio"));
    }
}
