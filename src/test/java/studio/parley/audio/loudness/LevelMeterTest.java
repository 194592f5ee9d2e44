package studio.parley.audio.loudness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import studio.parley.audio.Tones;
import studio.parley.audio.pcm.LevelStats;

class LevelMeterTest {
    private static final int RATE = 24_000;
    private final AtomicLong clock = new AtomicLong();
    private final LevelMeter meter = new LevelMeter(clock::get);

    /** Feeds pieces of 10 ms while the clock goes on. */
    private void hear(float[] x) {
        for (int at = 0; at + 240 <= x.length; at += 240) {
            clock.addAndGet(10_000_000);
            meter.feed(RATE, Arrays.copyOfRange(x, at, at + 240), 240);
        }
    }

    @Test
    void aToneAtMinus23() {
        hear(Tones.sine(RATE, 4 * RATE, 1000, LevelStats.amplitude(-20)));
        var r = meter.reading();
        assertEquals(-20, r.peak(), 0.05);
        assertEquals(-20, r.held(), 0.05);
        assertEquals(-23.01, r.rms(), 0.05);
        // One channel at -20 dBFS is a stereo tone at -23: BS.1770 takes 1 kHz for -3.01 + 0.
        assertEquals(-23, r.momentary(), 0.1);
        assertEquals(-23, r.shortTerm(), 0.1);
        assertFalse(r.clipped());
    }

    @Test
    void thePeakFallsTwentyDecibelsIn1700MillisecondsAndIsHeldForTwoSeconds() {
        hear(Tones.sine(RATE, RATE, 1000, 1));
        clock.addAndGet(1_700_000_000);
        assertEquals(-20, meter.reading().peak(), 0.1);
        assertEquals(0, meter.reading().held(), 0.1);
        assertEquals(Double.NEGATIVE_INFINITY, meter.reading().momentary());
        clock.addAndGet(2_000_000_000);
        assertEquals(-20, meter.reading().held(), 0.3);
        assertTrue(meter.reading().rms() < -50);
    }

    @Test
    void theClipLightStaysUntilReset() {
        hear(Tones.sine(RATE, RATE / 10, 1000, 1.5));
        hear(new float[RATE * 10]);
        assertTrue(meter.reading().clipped());
        meter.reset();
        assertFalse(meter.reading().clipped());
        assertEquals(Double.NEGATIVE_INFINITY, meter.reading().momentary());
    }

    @Test
    void nothingHeardIsSilence() {
        assertEquals(LevelMeter.Reading.SILENT, meter.reading());
    }
}
