package studio.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;

class BestStretchTest {
    private static final int RATE = 24000;

    /** Sentences as bursts of noise: {@code plan} holds seconds, positive ones of speech, negative ones of near silence. */
    private static Pcm spoken(double gain, double... plan) {
        var r = new Random(7);
        double all = 0;
        for (var p : plan) all += Math.abs(p);
        var out = new float[(int) (all * RATE)];
        int at = 0;
        for (var p : plan) {
            for (int n = (int) (Math.abs(p) * RATE); n > 0 && at < out.length; n--) out[at++] = (float) ((r.nextDouble() - 0.5) * (p > 0 ? gain : 0.0005));
        }
        return Pcm.of(RATE, out);
    }

    private static Pcm then(Pcm a, Pcm b) {
        return a.then(b);
    }

    @Test
    void aShortClipStaysWhole() {
        assertEquals(Optional.empty(), BestStretch.of(spoken(0.5, 4, -0.5, 15)));
        assertEquals(Optional.empty(), BestStretch.of(Pcm.silence(RATE, 1, 60 * RATE)), "nobody speaks");
    }

    @Test
    void itLiesBetweenSentencesWhereSpeechIsDense() {
        // Half a minute of stammering, then four sentences, then silence.
        var best = BestStretch.of(spoken(0.5, 0.4, -2, 0.4, -3, 0.5, -4, 0.6, -4, 0.5, -5, 0.6, -6, -1, 4, -0.6, 4, -0.6, 5, -0.6, -8)).orElseThrow();
        assertTrue(best.seconds() >= 10 && best.seconds() <= 20, best.toString());
        double from = best.startMillis() / 1000.0;
        assertTrue(from > 27 && from < 28.2, best.toString());
        assertTrue(best.endMillis() / 1000.0 > 7.9 && best.endMillis() / 1000.0 < 8.7, best.toString());
    }

    @Test
    void itBeginsAndEndsInPauses() {
        var clip = spoken(0.5, 3.1, -0.5, 3.3, -0.5, 2.9, -0.5, 3.6, -0.5, 3.2, -0.5, 3.4, -0.5, 3.3, -0.5, 3.8, -0.5, 3.5, -0.5, 3);
        var best = BestStretch.of(clip).orElseThrow();
        int from = (int) (best.startMillis() / 1000.0 * RATE);
        int to = clip.frames() - (int) (best.endMillis() / 1000.0 * RATE);
        for (int at : new int[] {from, to - 1}) if (at > 0 && at < clip.frames() - 1) assertTrue(Math.abs(clip.at(0, at)) < 0.001, best + " cuts a word at " + at);
    }

    @Test
    void clippedSpeechIsPassedOver() {
        var loud = spoken(30, 4, -0.4, 4, -0.4, 4, -0.4);
        var clipped = new float[loud.frames()];
        for (int i = 0; i < clipped.length; i++) clipped[i] = Math.clamp(loud.at(0, i), -1, 1);
        var best = BestStretch.of(then(Pcm.of(RATE, clipped), spoken(0.6, 4, -0.4, 4, -0.4, 4, -0.4))).orElseThrow();
        assertTrue(best.startMillis() > 12_500, best.toString());
    }

    @Test
    void withoutPausesItIsAQuarterOfAMinute() {
        assertEquals(15, BestStretch.of(spoken(0.5, 46)).orElseThrow().seconds(), 0.05);
        assertEquals(15, BestStretch.of(spoken(0.5, 300)).orElseThrow().seconds(), 0.05);
    }
}
