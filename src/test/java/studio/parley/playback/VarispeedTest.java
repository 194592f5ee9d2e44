package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.parley.audio.Tones;
import studio.parley.audio.pcm.Pcm;

class VarispeedTest {
    private static AudioSource tone(double hertz) {
        return AudioSource.of(Pcm.mono(24_000, Tones.sine(24_000, 48_000, hertz, 0.5)));
    }

    @Test
    void twiceAsFastIsAnOctaveHigher() {
        var fast = PlaybackReader.varispeed(tone(1_000), 1_000, 2, 5_000);
        double worst = 0;
        for (int i = 0; i < fast.length; i++) {
            worst = Math.max(worst, Math.abs(fast[i] - 0.5 * Math.sin(2 * Math.PI * 1_000 * (1_000 + 2.0 * i) / 24_000)));
        }
        assertTrue(worst < 0.01, "off by " + worst);
    }

    @Test
    void whatWouldBeTooHighIsLeftOut() {
        double loudest = 0;
        for (var v : PlaybackReader.varispeed(tone(9_000), 1_000, 2, 5_000)) loudest = Math.max(loudest, Math.abs(v));
        assertTrue(loudest < 0.01, "alias of " + loudest);
    }

    @Test
    void backwardsIsTheSoundItselfReversed() {
        var sound = Rig.noise(3_000, 9);
        var back = PlaybackReader.varispeed(AudioSource.of(sound), 2_000, -1, 1_000);
        for (int i = 0; i < back.length; i++) assertEquals(sound.at(0, 2_000 - i), back[i]);
        assertArrayEquals(sound.slice(10, 20).samples(0), PlaybackReader.varispeed(AudioSource.of(sound), 10, 1, 10));
    }
}
