package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.parley.audio.Tones;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/** The transport at other speeds than as recorded: shuttle, faster at the same pitch, scrubbing. */
class TransportSpeedTest {
    private final Pcm sound = Rig.noise(20_000, 1);

    @Test
    void backwardsAndFaster() {
        try (var rig = Rig.instant()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.seek(500);
            rig.transport.shuttle(-1);
            rig.untilStopped();
            var heard = rig.out.heard();
            assertEquals(500, heard.frames());
            for (int i = 0; i < 500; i++) assertEquals(sound.at(0, 500 - i), heard.at(0, i));
            assertEquals(0, rig.transport.position());
        }
    }

    @Test
    void theShuttleGetsFasterAndStaysAtTheEnd() {
        try (var rig = Rig.paced()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.shuttle(1);
            rig.transport.shuttle(1);
            assertEquals(new TransportState.Playing(2), rig.transport.state());
            rig.transport.shuttle(1);
            rig.transport.shuttle(1);
            assertEquals(new TransportState.Playing(4), rig.transport.state());
            rig.transport.shuttle(-1);
            assertEquals(new TransportState.Playing(-1), rig.transport.state());
            rig.transport.shuttle(1);
            rig.transport.shuttle(1);
            rig.out.advance(30_000);
            rig.untilStopped();
            assertEquals(20_000, rig.transport.position());
        }
    }

    @Test
    void atTwiceTheSpeedItTakesHalfTheTime() {
        try (var rig = Rig.instant()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.speed(2);
            rig.transport.play();
            rig.untilStopped();
            assertEquals(10_000, rig.out.heard().frames());
        }
    }

    /** A tone of 200 Hz lasts a third less and stays one of 200 Hz, without dips where pieces meet. */
    @Test
    void listeningFasterKeepsThePitch() {
        try (var rig = Rig.instant()) {
            rig.transport.source(AudioSource.of(Pcm.mono(Rig.RATE, Tones.sine(Rig.RATE, 72_000, 200, 0.5))));
            rig.transport.speed(1.5);
            rig.transport.play();
            rig.untilStopped();
            var heard = rig.out.heard().samples(0);
            assertEquals(48_000, heard.length);
            int crossings = 0;
            double quietest = 1;
            for (int i = 1; i < heard.length; i++) if (heard[i - 1] < 0 && heard[i] >= 0) crossings++;
            for (int i = 0; i + 240 <= heard.length - 1200; i += 240) {
                quietest = Math.min(quietest, LevelStats.of(rig.out.heard().slice(i, i + 240)).peak());
            }
            assertEquals(400, crossings, 4);
            assertTrue(quietest > 0.45, "dips to " + quietest);
        }
    }

    /** K, Space or stop end a shuttle; the speed chosen for listening comes back, and L begins with it. */
    @Test
    void theChosenSpeedOutlastsAShuttle() {
        try (var rig = Rig.paced()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.speed(1.5);
            assertFalse(rig.transport.state().isRunning());
            rig.transport.shuttle(1);
            assertEquals(new TransportState.Playing(1.5), rig.transport.state());
            rig.transport.shuttle(1);
            assertEquals(new TransportState.Playing(3), rig.transport.state());
            rig.transport.pause();
            rig.transport.play();
            assertEquals(new TransportState.Playing(1.5), rig.transport.state());
            rig.transport.speed(17);
            assertEquals(new TransportState.Playing(2), rig.transport.state());
        }
    }

    /** Another source that sounds alike, put in its place while it plays faster, is heard without a seam. */
    @Test
    void aSourceReplacedUnderWayIsNotHeard() {
        try (var rig = Rig.paced()) {
            var tone = Pcm.mono(Rig.RATE, Tones.sine(Rig.RATE, 96_000, 200, 0.5));
            rig.transport.source(AudioSource.of(tone));
            rig.transport.speed(2);
            rig.transport.play();
            for (int i = 0; i < 20; i++) {
                rig.hear(1_000);
                rig.transport.source(AudioSource.of(tone));
            }
            var heard = rig.out.heard().samples(0);
            double steepest = 0;
            for (int i = 1; i < heard.length; i++) steepest = Math.max(steepest, Math.abs(heard[i] - heard[i - 1]));
            assertEquals(0.5 * 2 * Math.PI * 200 / Rig.RATE, steepest, 0.002);
        }
    }

    @Test
    void aScrubIsShortAndMovesThePlayhead() {
        try (var rig = Rig.instant()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.scrub(9_000);
            assertEquals(9_000, rig.transport.position());
            Rig.until(() -> rig.out.heard().frames() > 0);
            assertEquals(1_440, rig.out.heard().frames());
            assertEquals(sound.at(0, 9_700), rig.out.heard().at(0, 700));
            assertFalse(rig.transport.state().isRunning());
            rig.transport.play();
            rig.untilStopped();
            assertEquals(sound.slice(9_000, 20_000), rig.out.heard().slice(1_440, 1_440 + 11_000));
        }
    }
}
