package studio.parley.playback.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DevicesTest {
    /** With and without a sound card: something opens, and what is not as asked is told. */
    @Test
    void thereIsAlwaysAWayToPlay() {
        var wanted = AudioDevices.factory(Optional.of("no such device")).open(24_000);
        assertTrue(wanted.notice().isPresent());
        wanted.out().close();
        var standard = AudioDevices.factory(Optional.empty()).open(24_000);
        assertEquals(standard.out() instanceof NullAudioOut, standard.notice().isPresent());
        if (AudioDevices.outputs().isEmpty()) assertTrue(standard.notice().orElseThrow().startsWith("No audio device"));
        standard.out().close();
    }

    @Test
    void silenceTakesItsTime() {
        var nanos = new AtomicLong(5);
        var out = new NullAudioOut(1_000, nanos::get);
        assertEquals(80, out.available());
        out.write(new float[50]);
        assertEquals(30, out.available());
        nanos.addAndGet(20_000_000);
        assertEquals(20, out.heardFrames());
        nanos.addAndGet(500_000_000);
        assertEquals(50, out.heardFrames());
        out.write(new float[10]);
        nanos.addAndGet(4_000_000);
        assertEquals(54, out.flush());
        assertEquals(0, out.heardFrames());
        out.write(new float[10]);
        nanos.addAndGet(3_000_000);
        assertEquals(3, out.heardFrames());
    }

    @Test
    void betweenTwoReportsTheClockGoesOn() {
        var clock = new PlaybackClock(1_000);
        clock.written(100);
        assertEquals(0, clock.at(10_000_000));
        clock.report(20, 15_000_000);
        assertEquals(25, clock.at(20_000_000));
        assertEquals(70, clock.at(500_000_000));
        clock.report(60, 501_000_000);
        assertEquals(70, clock.at(502_000_000));
        clock.report(300, 600_000_000);
        assertEquals(100, clock.at(600_000_000));
        clock.reset();
        assertEquals(0, clock.at(700_000_000));
    }
}
