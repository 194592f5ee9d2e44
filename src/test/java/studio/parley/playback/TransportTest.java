package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.audio.Pcm;

class TransportTest {
    private final Pcm sound = Rig.noise(20_000, 1);

    @Test
    void everySampleOnceThenBackToWherePlayBegan() {
        try (var rig = Rig.instant()) {
            rig.transport.source(Source.of(sound));
            rig.transport.seek(777);
            rig.transport.play();
            assertTrue(rig.transport.state().isRunning());
            rig.untilStopped();
            assertEquals(sound.slice(777, 20_000), rig.out.heard());
            assertEquals(777, rig.transport.position());
            Rig.until(() -> rig.events.size() == 2);
            assertEquals(List.of(new TransportEvent.Changed(new TransportState.Playing(1)), new TransportEvent.Changed(TransportState.STOPPED)),
                    rig.events);
        }
    }

    @Test
    void playAtTheEndBeginsAtTheBeginning() {
        try (var rig = Rig.instant()) {
            rig.transport.source(Source.of(sound));
            rig.transport.seek(20_000);
            rig.transport.play();
            rig.untilStopped();
            assertEquals(sound, rig.out.heard());
        }
    }

    @Test
    void pauseKeepsThePlaceToTheSample() {
        try (var rig = Rig.paced()) {
            rig.transport.source(Source.of(sound));
            rig.transport.play();
            rig.hear(5_003);
            assertEquals(5_003, rig.transport.position());
            rig.pause();
            assertEquals(TransportState.PAUSED, rig.transport.state());
            assertEquals(5_003, rig.transport.position());
            rig.transport.play();
            rig.hear(3_000);
            assertEquals(sound.slice(0, 8_003), rig.out.heard());
            rig.transport.stop();
            assertEquals(0, rig.transport.position());
            assertEquals(TransportState.STOPPED, rig.transport.state());
        }
    }

    @Test
    void seekWhilePlayingGoesOnFromThere() {
        try (var rig = Rig.paced()) {
            rig.transport.source(Source.of(sound));
            rig.transport.play();
            rig.hear(1_000);
            int flushes = rig.out.flushes();
            rig.transport.seek(15_000);
            assertEquals(15_000, rig.transport.position());
            Rig.until(() -> rig.out.flushes() > flushes);
            rig.hear(2_000);
            assertEquals(17_000, rig.transport.position());
            assertEquals(sound.slice(0, 1_000).then(sound.slice(15_000, 17_000)), rig.out.heard());
        }
    }

    @Test
    void aRangeOnceAndThePlayheadIsBack() {
        try (var rig = Rig.instant()) {
            rig.transport.source(Source.of(sound));
            rig.transport.seek(50);
            rig.transport.playRange(3_000, 4_001, false);
            rig.untilStopped();
            assertEquals(sound.slice(3_000, 4_001), rig.out.heard());
            assertEquals(50, rig.transport.position());
            rig.transport.playSpans(List.of(new Span(10, 20), new Span(500, 1_500)), false);
            rig.untilStopped();
            assertEquals(sound.slice(3_000, 4_001).then(sound.slice(10, 20)).then(sound.slice(500, 1_500)), rig.out.heard());
        }
    }

    @Test
    void aLoopHasNoSeam() {
        try (var rig = Rig.paced()) {
            rig.transport.source(Source.of(sound));
            rig.transport.loop(1_000, 1_777);
            rig.transport.play();
            rig.hear(1_777 + 777 + 777 + 5);
            assertEquals(1_005, rig.transport.position());
            var round = sound.slice(1_000, 1_777);
            var expected = sound.slice(0, 1_777).then(round).then(round).then(sound.slice(1_000, 1_005));
            assertEquals(expected, rig.out.heard());
            int flushes = rig.out.flushes();
            rig.transport.noLoop();
            Rig.until(() -> rig.out.flushes() > flushes);
            rig.hear(2_000);
            assertEquals(expected.then(sound.slice(1_005, 3_005)), rig.out.heard());
        }
    }

    @Test
    void aSwappedSourceIsHeardWithoutAGap() {
        var edited = sound.slice(0, 10_000).then(Rig.noise(15_000, 2));
        try (var rig = Rig.paced()) {
            rig.transport.source(Source.of(sound));
            rig.transport.play();
            rig.hear(4_000);
            int flushes = rig.out.flushes();
            rig.transport.source(Source.of(edited));
            rig.hear(20_000);
            assertEquals(edited.slice(0, 24_000), rig.out.heard());
            assertEquals(flushes, rig.out.flushes());
        }
    }

    @Test
    void backwardsAndFaster() {
        try (var rig = Rig.instant()) {
            rig.transport.source(Source.of(sound));
            rig.transport.seek(500);
            rig.transport.shuttle(-1);
            rig.untilStopped();
            var heard = rig.out.heard();
            assertEquals(500, heard.frames());
            for (int i = 0; i < 500; i++) assertEquals(sound.at(0, 500 - i), heard.at(0, i));
            assertEquals(0, rig.transport.position());
            rig.transport.shuttle(1);
            rig.transport.shuttle(1);
            rig.untilStopped();
            assertTrue(rig.events.contains(new TransportEvent.Changed(new TransportState.Playing(2))));
            assertEquals(20_000, rig.transport.position());
        }
    }

    @Test
    void atTwiceTheSpeedItTakesHalfTheTime() {
        try (var rig = Rig.instant()) {
            rig.transport.source(Source.of(sound));
            rig.transport.rate(2);
            rig.transport.play();
            rig.untilStopped();
            assertEquals(10_000, rig.out.heard().frames());
        }
    }

    @Test
    void aScrubIsShortAndMovesThePlayhead() {
        try (var rig = Rig.instant()) {
            rig.transport.source(Source.of(sound));
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

    @Test
    void closingGivesTheDeviceBack() {
        var rig = Rig.paced();
        rig.transport.source(Source.of(sound));
        rig.transport.play();
        Rig.until(() -> rig.out.queued() > 0);
        rig.close();
        Rig.until(() -> rig.out.room() > 0);
    }
}
