package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.playback.device.NullAudioOut;

class TransportTest {
    private final Pcm sound = Rig.noise(20_000, 1);

    @Test
    void everySampleOnceThenBackToWherePlayBegan() {
        try (var rig = Rig.instant()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.seek(777);
            rig.transport.play();
            rig.untilStopped();
            assertEquals(sound.slice(777, 20_000), rig.out.heard());
            assertEquals(777, rig.transport.position());
            Rig.until(() -> rig.events.size() == 2);
            var plays = new TransportEvent.Changed(new TransportState.Playing(1));
            assertEquals(List.of(plays, new TransportEvent.Changed(TransportState.STOPPED)), rig.events);
        }
    }

    @Test
    void pauseKeepsThePlaceToTheSample() {
        try (var rig = Rig.paced()) {
            rig.transport.source(AudioSource.of(sound));
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
            rig.transport.source(AudioSource.of(sound));
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
            rig.transport.source(AudioSource.of(sound));
            rig.transport.seek(50);
            rig.transport.playRanges(List.of(new FrameRange(3_000, 4_001)), false);
            rig.untilStopped();
            assertEquals(sound.slice(3_000, 4_001), rig.out.heard());
            assertEquals(50, rig.transport.position());
            rig.transport.playRanges(List.of(new FrameRange(10, 20), new FrameRange(500, 1_500)), false);
            rig.untilStopped();
            assertEquals(sound.slice(3_000, 4_001).then(sound.slice(10, 20)).then(sound.slice(500, 1_500)), rig.out.heard());
        }
    }

    @Test
    void aLoopHasNoSeam() {
        try (var rig = Rig.paced()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.loop(Optional.of(new FrameRange(1_000, 1_777)));
            rig.transport.play();
            rig.hear(1_777 + 777 + 777 + 5);
            assertEquals(1_005, rig.transport.position());
            var round = sound.slice(1_000, 1_777);
            var expected = sound.slice(0, 1_777).then(round).then(round).then(sound.slice(1_000, 1_005));
            assertEquals(expected, rig.out.heard());
            int flushes = rig.out.flushes();
            rig.transport.loop(Optional.empty());
            Rig.until(() -> rig.out.flushes() > flushes);
            rig.hear(2_000);
            assertEquals(expected.then(sound.slice(1_005, 3_005)), rig.out.heard());
        }
    }

    @Test
    void aSwappedSourceIsHeardWithoutAGap() {
        var edited = sound.slice(0, 10_000).then(Rig.noise(15_000, 2));
        try (var rig = Rig.paced()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.play();
            rig.hear(4_000);
            int flushes = rig.out.flushes();
            rig.transport.source(AudioSource.of(edited));
            rig.hear(20_000);
            assertEquals(edited.slice(0, 24_000), rig.out.heard());
            assertEquals(flushes, rig.out.flushes());
        }
    }

    @Test
    void pausedInARangeItGoesOnInTheRange() {
        try (var rig = Rig.paced()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.playRanges(List.of(new FrameRange(5_000, 7_000)), false);
            rig.hear(700);
            rig.pause();
            assertEquals(5_700, rig.transport.position());
            rig.transport.play();
            rig.hear(1_300);
            rig.untilStopped();
            assertEquals(sound.slice(5_000, 7_000), rig.out.heard());
            assertEquals(0, rig.transport.position());
            rig.transport.playRanges(List.of(new FrameRange(0, 800)), false);
            rig.hear(800);
            rig.untilStopped();
            assertEquals(sound.slice(5_000, 7_000).then(sound.slice(0, 800)), rig.out.heard());
        }
    }

    @Test
    void stoppingHereAndAnotherDevice() {
        try (var rig = Rig.paced()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.play();
            rig.hear(1_234);
            var other = MemoryOut.paced(Rig.RATE, 1_000);
            rig.transport.device(AudioOutFactory.of(other));
            Rig.until(() -> other.queued() > 0);
            assertTrue(rig.out.isClosed());
            other.advance(100);
            Rig.until(() -> other.heard().frames() == 100);
            assertEquals(sound.slice(1_234, 1_334), other.heard());
            rig.transport.stopHere();
            assertEquals(1_334, rig.transport.position());
            rig.transport.play();
            rig.transport.stop();
            assertEquals(1_334, rig.transport.position());
        }
    }

    @Test
    void aSwapToAnotherSoundFadesOver() {
        var out = MemoryOut.paced(Rig.RATE, 1_920);
        try (var transport = new Transport(AudioOutFactory.of(out), _ -> { }, 3)) {
            var high = new float[20_000];
            Arrays.fill(high, 0.5f);
            transport.source(AudioSource.of(Pcm.silence(Rig.RATE, 1, 20_000)));
            transport.play();
            Rig.until(() -> out.queued() > 1_680);
            transport.source(AudioSource.of(Pcm.mono(Rig.RATE, high)));
            out.advance(10_000);
            Rig.until(() -> out.heard().frames() == 10_000);
            float steepest = 0;
            for (int i = 1; i < 10_000; i++) steepest = Math.max(steepest, Math.abs(out.heard().at(0, i) - out.heard().at(0, i - 1)));
            assertEquals(0.5f, out.heard().at(0, 9_999));
            assertTrue(steepest < 0.01, "a step of " + steepest);
        }
    }

    @Test
    void inRealTimeThePlayheadOnlyGoesForwards() {
        try (var transport = new Transport(rate -> new AudioOutFactory.Opened(new NullAudioOut(rate)), _ -> { }, 0)) {
            transport.source(AudioSource.of(sound.slice(0, 12_000)));
            transport.play();
            long last = 0;
            long begun = System.nanoTime();
            while (transport.state().isRunning()) {
                long now = transport.position();
                if (!transport.state().isRunning()) break;
                assertTrue(now >= last, now + " after " + last);
                last = now;
                Thread.onSpinWait();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertTrue(last > 500 && seconds > 0.49, last + " frames in " + seconds);
        }
    }

    @Test
    void hurryLosesNothing() {
        try (var rig = Rig.paced()) {
            rig.transport.source(AudioSource.of(sound));
            rig.transport.play();
            for (int i = 0; i < 300; i++) {
                rig.out.advance(37);
                if (i % 3 == 0) rig.transport.pause();
                if (i % 3 == 0) rig.transport.play();
                if (i % 5 == 0) rig.transport.loop(Optional.of(new FrameRange(18_000, 19_000)));
                if (i % 7 == 0) rig.transport.source(AudioSource.of(sound));
            }
            Rig.until(() -> rig.out.queued() > 1920 - 240);
            var heard = rig.out.heard();
            assertTrue(heard.frames() > 100);
            assertEquals(heard.frames(), rig.transport.position());
            assertEquals(sound.slice(0, heard.frames()), heard);
        }
    }

    @Test
    void rampsAreOnlyWhereSoundIsCut() {
        var out = new MemoryOut(Rig.RATE);
        try (var transport = new Transport(AudioOutFactory.of(out), _ -> { }, 3)) {
            transport.source(AudioSource.of(sound));
            transport.seek(500);
            transport.play();
            Rig.until(() -> transport.state() instanceof TransportState.Stopped);
            var heard = out.heard();
            assertEquals(sound.slice(572, 20_000), heard.slice(72, heard.frames()));
            assertTrue(Math.abs(heard.at(0, 0)) < 0.01 && heard.at(0, 36) != sound.at(0, 536));
            transport.seek(0);
            transport.play();
            Rig.until(() -> transport.state() instanceof TransportState.Stopped);
            assertEquals(sound, out.heard().slice(heard.frames(), heard.frames() + 20_000));
        }
    }

    @Test
    void closingGivesTheDeviceBack() {
        var rig = Rig.paced();
        rig.transport.source(AudioSource.of(sound));
        rig.transport.play();
        Rig.until(() -> rig.out.queued() > 0);
        rig.close();
        Rig.until(rig.out::isClosed);
    }
}
