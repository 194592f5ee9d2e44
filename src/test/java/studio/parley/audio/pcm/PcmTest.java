package studio.parley.audio.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PcmTest {
    private static final Pcm STEREO = Pcm.of(8000, new float[] {0.25f, 0.5f, -1}, new float[] {0.75f, -0.5f, 0});

    @Test
    void knowsItsShape() {
        assertEquals(8000, STEREO.rate());
        assertEquals(2, STEREO.channels());
        assertEquals(3, STEREO.frames());
        assertEquals(3 / 8000.0, STEREO.seconds());
        assertEquals(-0.5f, STEREO.at(1, 1));
        assertEquals("3 frames of 2 channel(s) at 8000 Hz", STEREO.toString());
    }

    @Test
    void whatIsNoSoundIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Pcm.of(8000));
        assertThrows(IllegalArgumentException.class, () -> Pcm.of(0, new float[1]));
        assertThrows(IllegalArgumentException.class, () -> Pcm.of(8000, new float[1], new float[2]));
    }

    /** It is immutable: neither what it was made of nor what it gives out reaches its samples. */
    @Test
    void itsSamplesAreItsOwn() {
        var x = new float[] {0.5f, 0.25f};
        var mono = Pcm.mono(8000, x);
        x[0] = 9;
        mono.samples(0)[1] = 9;
        assertEquals(Pcm.mono(8000, new float[] {0.5f, 0.25f}), mono);
        var into = new float[4];
        STEREO.copy(0, 1, into, 1, 2);
        assertArrayEquals(new float[] {0, 0.5f, -1, 0}, into);
    }

    @Test
    void channelsAreTakenAndMixed() {
        assertEquals(Pcm.mono(8000, new float[] {0.5f, 0, -0.5f}), STEREO.toMono());
        assertEquals(Pcm.mono(8000, new float[] {0.75f, -0.5f, 0}), STEREO.channel(1));
    }

    @Test
    void slicesAndJoints() {
        assertEquals(Pcm.of(8000, new float[] {0.5f}, new float[] {-0.5f}), STEREO.slice(1, 2));
        assertEquals(0, STEREO.slice(3, 3).frames());
        assertEquals(STEREO, STEREO.slice(0, 1).then(STEREO.slice(1, 3)));
        for (int[] beyond : new int[][] {{-1, 2}, {0, 4}, {2, 1}}) {
            assertThrows(IndexOutOfBoundsException.class, () -> STEREO.slice(beyond[0], beyond[1]));
        }
        assertThrows(IllegalArgumentException.class, () -> STEREO.then(STEREO.channel(0)));
        assertThrows(IllegalArgumentException.class, () -> STEREO.then(Pcm.silence(16_000, 2, 1)));
    }

    @Test
    void gainIsLinear() {
        assertEquals(Pcm.of(8000, new float[] {0.5f, 1, -2}, new float[] {1.5f, -1, 0}), STEREO.times(2));
    }

    @Test
    void equalIsTheSameSoundAtTheSameRate() {
        var again = Pcm.of(8000, STEREO.samples(0), STEREO.samples(1));
        assertEquals(STEREO, again);
        assertEquals(STEREO.hashCode(), again.hashCode());
        assertNotEquals(STEREO, Pcm.of(16_000, STEREO.samples(0), STEREO.samples(1)));
        assertNotEquals(STEREO, STEREO.times(0.5));
    }
}
