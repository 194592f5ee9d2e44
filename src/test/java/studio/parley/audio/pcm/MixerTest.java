package studio.parley.audio.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.parley.audio.Tones;

class MixerTest {
    private static Pcm ones(int frames) {
        var x = new float[frames];
        java.util.Arrays.fill(x, 1);
        return Pcm.mono(24000, x);
    }

    private static Mixer.Part at(long start, Pcm pcm) {
        return new Mixer.Part(pcm, start, 1, 0, Fade.NONE, List.of());
    }

    private static Mixer busy() {
        var a = new Mixer.Part(Pcm.mono(24000, Tones.left(24000, 900)), -50, 0.5, -0.3, new Fade(100, 200, Fade.Shape.SMOOTH), List.of());
        var b = new Mixer.Part(Pcm.mono(24000, Tones.right(24000, 3000)), 400, 0.8, 0.6, Fade.NONE,
                List.of(new Mixer.Duck(900, 1500, LevelStats.amplitude(-8))));
        var c = at(2000, Pcm.of(24000, Tones.left(24000, 700), Tones.right(24000, 700)));
        return new Mixer(24000, 2, List.of(a, b, c));
    }

    @Property(tries = 60)
    void piecesEqualTheWhole(@ForAll @IntRange(min = 1, max = 1200) int step) {
        var mixer = busy();
        var whole = mixer.mix(0, 3400);
        for (int from = 0; from < 3400; from += step) {
            int count = Math.min(step, 3400 - from);
            assertEquals(whole.slice(from, from + count), mixer.mix(from, count));
        }
    }

    @Test
    void placesGainsAndPans() {
        var left = new Mixer.Part(ones(2), 1, 0.5, -1, Fade.NONE, List.of());
        var mix = new Mixer(24000, 2, List.of(left, at(2, ones(2)))).mix(-1, 6);
        assertEquals(Pcm.of(24000, new float[] {0, 0, 0.5f, 1.5f, 1, 0}.clone(), new float[] {0, 0, 0, 1, 1, 0}), mix);
    }

    @Test
    void ducksComeAndGoSmoothly() {
        var part = new Mixer.Part(ones(24000), 0, 1, 0, Fade.NONE, List.of(new Mixer.Duck(6000, 12000, 0.4)));
        var mix = new Mixer(24000, 1, List.of(part)).mix(0, 24000);
        assertEquals(1, mix.at(0, 6000), 1e-6);
        assertEquals(0.7, mix.at(0, 6360), 1e-6);
        assertEquals(0.4, mix.at(0, 9000), 1e-6);
        assertEquals(0.4, mix.at(0, 12000), 1e-6);
        assertEquals(1, mix.at(0, 12720), 1e-6);
        for (int i = 1; i < 24000; i++) assertEquals(0, mix.at(0, i) - mix.at(0, i - 1), 0.0015);
    }

    @Test
    void fadesAreSymmetricAndEqualPowerKeepsPower() {
        for (var shape : Fade.Shape.values()) {
            var fade = new Fade(10, 10, shape);
            for (int i = 0; i < 30; i++) assertEquals(fade.gain(i, 30), fade.gain(29 - i, 30), 1e-12);
            assertEquals(1, fade.gain(15, 30));
        }
        var fade = new Fade(8, 8, Fade.Shape.EQUAL_POWER);
        for (int i = 0; i < 8; i++) assertEquals(1, Math.pow(fade.gain(i, 100), 2) + Math.pow(fade.gain(92 + i, 100), 2), 1e-12);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        var stereo = Pcm.silence(24000, 2, 1);
        assertThrows(IllegalArgumentException.class, () -> new Mixer(24000, 2, List.of(at(0, Pcm.silence(48000, 1, 1)))));
        assertThrows(IllegalArgumentException.class, () -> new Mixer(24000, 1, List.of(at(0, stereo))));
        for (double pan : new double[] {-1.01, 1.01, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new Mixer.Part(ones(1), 0, 1, pan, Fade.NONE, List.of()));
        }
        assertThrows(IllegalArgumentException.class, () -> new Fade(-1, 0, Fade.Shape.LINEAR));
        assertThrows(IllegalArgumentException.class, () -> new Fade(0, -1, Fade.Shape.LINEAR));
        assertEquals(Pcm.silence(24000, 2, 3), new Mixer(24000, 2, List.of()).mix(0, 3));
    }

    /** The near side gets all, the far side what is left; a mix of one channel knows no sides. */
    @Test
    void panning() {
        for (double pan : new double[] {-1, -0.25, 0, 0.25, 1}) {
            var part = new Mixer.Part(ones(1), 0, 1, pan, Fade.NONE, List.of());
            var mix = new Mixer(24000, 2, List.of(part)).mix(0, 1);
            assertEquals(pan > 0 ? 1 - pan : 1, mix.at(0, 0), 1e-6, "left at " + pan);
            assertEquals(pan < 0 ? 1 + pan : 1, mix.at(1, 0), 1e-6, "right at " + pan);
            assertEquals(1, new Mixer(24000, 1, List.of(part)).mix(0, 1).at(0, 0));
        }
    }

    /** Two ducks multiply; a part of a second channel keeps its own. */
    @Test
    void ducksOverlapAndChannelsStayApart() {
        var ducks = List.of(new Mixer.Duck(0, 10_000, 0.5), new Mixer.Duck(2000, 10_000, 0.4));
        var part = new Mixer.Part(Pcm.of(24000, new float[] {1, 1, 1}, new float[] {0.5f, 0.5f, 0.5f}), 5000, 1, 0, Fade.NONE, ducks);
        var mix = new Mixer(24000, 2, List.of(part)).mix(5000, 3);
        assertEquals(0.2, mix.at(0, 1), 1e-6);
        assertEquals(0.1, mix.at(1, 1), 1e-6);
    }

    /** Half-way between its samples' middles: the first and last are neither silent nor full. */
    @Test
    void fadesBetweenTheirEnds() {
        var part = new Mixer.Part(ones(8), 0, 1, 0, new Fade(4, 2, Fade.Shape.LINEAR), List.of());
        var linear = new Mixer(24000, 1, List.of(part)).mix(0, 8);
        assertArrayEquals(new float[] {0.125f, 0.375f, 0.625f, 0.875f, 1, 1, 0.75f, 0.25f}, linear.samples(0), 1e-6f);
        assertEquals(0.125 * 0.875, new Fade(4, 4, Fade.Shape.LINEAR).gain(0, 4), 1e-9, "fades longer than the part multiply");
        assertEquals(0.5 - 0.5 * Math.cos(Math.PI / 4), new Fade(2, 0, Fade.Shape.SMOOTH).gain(0, 9), 1e-9);
        assertEquals(Math.sin(Math.PI / 8), new Fade(2, 0, Fade.Shape.EQUAL_POWER).gain(0, 9), 1e-9);
    }
}
