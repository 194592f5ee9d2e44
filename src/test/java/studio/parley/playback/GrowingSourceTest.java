package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;

class GrowingSourceTest {
    @Test
    void readsWhatIsThereAndSilenceAround() {
        var source = new GrowingSource(Rig.RATE);
        var sound = Rig.noise(5_000, 3);
        for (int at = 0; at < 5_000; at += 1_000) source.add(sound.slice(at, at + 1_000).samples(0));
        assertTrue(source.growing() && source.length() == 5_000 && source.readyUntil(0) == 5_000);
        assertEquals(sound.slice(990, 2_010), source.read(990, 1_020));
        assertEquals(Pcm.silence(Rig.RATE, 1, 10).then(sound.slice(0, 10)), source.read(-10, 20));
        assertEquals(sound.slice(4_990, 5_000).then(Pcm.silence(Rig.RATE, 1, 10)), source.read(4_990, 20));
        assertEquals(Pcm.silence(Rig.RATE, 1, 20), source.read(6_000, 20));
        source.complete();
        assertTrue(!source.growing());
    }

    /** Waited for at its edge, heard to its end. */
    @Test
    void isPlayedWhileItGrows() {
        try (var rig = Rig.instant()) {
            var source = new GrowingSource(Rig.RATE);
            var sound = Rig.noise(30_000, 4);
            rig.transport.waitForSound(true);
            rig.transport.source(source);
            rig.transport.play();
            Rig.until(() -> rig.transport.state().equals(TransportState.WAITING));
            source.add(sound.slice(0, 10_000).samples(0));
            Rig.until(() -> rig.out.heard().frames() == 10_000);
            Rig.until(() -> rig.transport.state().equals(TransportState.WAITING));
            source.add(sound.slice(10_000, 30_000).samples(0));
            source.complete();
            rig.untilStopped();
            assertEquals(sound, rig.out.heard());
        }
    }
}
