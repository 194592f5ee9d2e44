package studio.parley.audio.loudness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.audio.Measured;
import studio.parley.audio.Tones;
import studio.parley.audio.pcm.Pcm;

class LimiterTest {
    private static double[] gains(Limiter limiter, Pcm pcm, Random r) {
        var out = new double[pcm.frames()];
        int count = 0;
        for (int at = 0; at < pcm.frames(); ) {
            int to = Math.min(pcm.frames(), at + 1 + r.nextInt(3000));
            for (double g : limiter.push(pcm.slice(at, to))) out[count++] = g;
            at = to;
        }
        for (double g : limiter.finish()) out[count++] = g;
        assertEquals(pcm.frames(), count);
        return out;
    }

    @Property(tries = 25)
    void nothingPassesTheCeilingAndWhatIsFarFromPeaksIsLeftAlone(@ForAll long seed) {
        var r = new Random(seed);
        int rate = r.nextBoolean() ? 24000 : 44100;
        var x = new float[8000 + r.nextInt(8000)];
        for (int k = 0; k < 6; k++) {
            double pitch = Math.PI * 0.65 * r.nextDouble();
            for (int i = 0; i < x.length; i++) x[i] += (float) (0.05 * Math.sin(pitch * i));
        }
        int loud = r.nextInt(x.length - 300);
        for (int i = loud; i < loud + 300; i++) x[i] *= (float) (1 + 11 * Math.sin(Math.PI * (i - loud) / 300));
        var pcm = Pcm.mono(rate, x);
        var limiter = new Limiter(rate, 1, 0.5);
        var g = gains(limiter, pcm, r);
        var y = new float[x.length];
        for (int i = 0; i < y.length; i++) y[i] = (float) (x[i] * g[i]);
        assertTrue(Measured.truePeakDb(Pcm.mono(rate, y)) < -6.02 + 0.15, "" + Measured.truePeakDb(Pcm.mono(rate, y)));

        int far = rate * 35 / 1000;
        for (int i = 0; i < x.length; i++) {
            boolean near = i > loud - far && i < loud + 300 + far;
            if (!near) assertTrue(g[i] > 0.9, i + ": " + g[i]);
        }
    }

    @Test
    void whatIsQuietIsNotTouchedAndPiecesDoNotMatter() {
        var pcm = Pcm.mono(24000, Tones.sine(24000, 9000, 440, 0.4));
        for (double g : gains(new Limiter(24000, 1, 0.5), pcm, new Random(1))) assertEquals(1, g, 1e-12);
        var loud = pcm.times(2);
        var a = gains(new Limiter(24000, 1, 0.5), loud, new Random(1));
        var b = gains(new Limiter(24000, 1, 0.5), loud, new Random(2));
        for (int i = 0; i < a.length; i++) assertEquals(a[i], b[i], 1e-12);
        assertEquals(0, new Limiter(24000, 1, 0.5).finish().length);
    }

    @Test
    void aMeterInPiecesIsTheMeterOfTheWhole() {
        var r = new Random(4);
        var x = new float[2][100000];
        for (var c : x) for (int i = 0; i < c.length; i++) c[i] = (float) (0.2 * Math.sin(i * 0.05) * (i / 20000 % 2 + 0.2) + 0.02 * r.nextGaussian());
        var pcm = Pcm.of(24000, x);
        var meter = new LoudnessAnalyzer(24000, 2);
        for (int at = 0; at < pcm.frames(); at += 777) meter.add(pcm.slice(at, Math.min(at + 777, pcm.frames())));
        var found = meter.finish();
        var whole = Measured.loudness(pcm);
        assertEquals(whole.integrated(), found.integrated(), 1e-9);
        assertEquals(whole.range(), found.range(), 1e-9);
        assertEquals(whole.truePeakDb(), found.truePeakDb(), 0.05);
    }

    @Test
    void quickPeaksAreNearTheExactOnes() {
        for (double pitch : new double[] {997, 5000, 9000, 13333, 17000}) {
            var pcm = Pcm.mono(48000, Tones.sine(48000, 48000, pitch, 0.5)).slice(500, 47000);
            var meter = new LoudnessAnalyzer(48000, 1);
            meter.add(pcm);
            assertEquals(Measured.truePeakDb(pcm), meter.finish().truePeakDb(), 0.2, pitch + " Hz");
        }
    }

    /** Whichever channel is loud: all are turned down for it, by the same curve. */
    @Test
    void thePeakOfAnyChannelCounts() {
        var quiet = Tones.sine(24000, 9000, 440, 0.1);
        var loud = Tones.sine(24000, 9000, 440, 0.8);
        var alone = gains(new Limiter(24000, 1, 0.5), Pcm.mono(24000, loud), new Random(1));
        for (int place = 0; place < 3; place++) {
            var channels = new float[][] {quiet, quiet, quiet};
            channels[place] = loud;
            var together = gains(new Limiter(24000, 3, 0.5), Pcm.of(24000, channels), new Random(place));
            assertEquals(0.5 / 0.8, together[4500], 0.01, "channel " + place);
            for (int i = 0; i < together.length; i++) assertEquals(alone[i], together[i], 1e-12, "channel " + place);
        }
    }

    @Test
    void theLowestGainIsRemembered() {
        var limiter = new Limiter(24000, 1, 0.5);
        assertEquals(1, limiter.lowest());
        gains(limiter, Pcm.mono(24000, Tones.sine(24000, 9000, 440, 0.8)), new Random(1));
        assertEquals(0.5 / 0.8, limiter.lowest(), 0.01);
    }
}
