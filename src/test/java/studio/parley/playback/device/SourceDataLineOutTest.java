package studio.parley.playback.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.AudioSource;
import studio.parley.playback.Rig;
import studio.parley.playback.Transport;
import studio.parley.playback.TransportEvent;
import studio.parley.playback.TransportState;
import studio.parley.problem.Problem;

class SourceDataLineOutTest {
    private static FakeLine line(Pcm16Format format) {
        return new FakeLine(format.format(), format.rate() / 10 * format.frameBytes());
    }

    @Test
    void theTransportPlaysThroughIt() {
        var format = new Pcm16Format(24_000, 1);
        var line = line(format);
        var sound = Rig.noise(12_000, 5);
        try (var transport = new Transport(AudioOutFactory.of(new SourceDataLineOut(line, format, "card", 24_000)), _ -> { }, 0)) {
            transport.source(AudioSource.of(sound));
            transport.play();
            Rig.until(() -> {
                line.advance(240);
                return line.heard.size() > 8_000;
            });
            transport.pause();
            Rig.until(() -> line.available() == line.size);
            transport.play();
            Rig.until(() -> {
                line.advance(100);
                return !transport.state().isRunning();
            });
        }
        var all = format.bytes(sound.samples(0));
        var heard = line.heard.toByteArray();
        // Pausing asks the card how far it is, and between two answers the clock is guessed: at most 50 ms may be skipped or repeated.
        assertTrue(Math.abs(heard.length - all.length) <= 2 * 1_200, heard.length + " of " + all.length);
        assertArrayEquals(Arrays.copyOf(all, 8_000), Arrays.copyOf(heard, 8_000));
        assertArrayEquals(last(all), last(heard));
    }

    private static byte[] last(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length - 8_000, bytes.length);
    }

    @Test
    void anotherRateAndTwoChannels() {
        var format = new Pcm16Format(48_000, 2);
        var line = line(format);
        var out = new SourceDataLineOut(line, format, "card", 24_000);
        assertEquals(2_400, out.available());
        out.write(new float[1_000]);
        assertEquals(out.heardFrames(), Math.min(out.heardFrames(), 1_000));
        line.advance(100_000);
        assertTrue(out.available() == 2_400 && out.heardFrames() == 1_000);
        assertEquals(1_000, out.flush());
        assertEquals(0, out.heardFrames());
    }

    @Test
    void aCardThatIsPulledOutIsAProblem() {
        var format = new Pcm16Format(24_000, 1);
        var line = line(format);
        var out = new SourceDataLineOut(line, format, "USB headset", 24_000);
        out.write(new float[240]);
        line.unplug();
        var lost = assertThrows(Problem.class, () -> out.write(new float[240]));
        assertTrue(lost.kind() == Problem.Kind.DEVICE && lost.getMessage().contains("USB headset"));
    }

    /** The card takes nothing and says nothing: the transport tells it once, and the playhead stays. */
    @Test
    void aCardThatHangsIsAProblem() {
        var format = new Pcm16Format(24_000, 1);
        var line = line(format);
        var events = new CopyOnWriteArrayList<TransportEvent>();
        try (var transport = new Transport(AudioOutFactory.of(new SourceDataLineOut(line, format, "card", 24_000, 0.2)), events::add, 0)) {
            transport.source(AudioSource.of(Rig.noise(12_000, 5)));
            transport.play();
            Rig.until(() -> events.size() == 3);
            assertEquals(TransportState.PAUSED, transport.state());
            assertTrue(events.get(1) instanceof TransportEvent.Trouble t && t.problem().kind() == Problem.Kind.DEVICE);
            assertTrue(transport.position() <= 2_640);
        }
    }

    @Test
    void sixteenBitsThereAndBack() {
        for (var format : Pcm16Format.recording()) {
            var x = Pcm.mono(format.rate(), new float[] {0, 0.5f, -0.25f, 2});
            var back = new float[4];
            var bytes = format.bytes(x.samples(0));
            assertEquals(4, format.mono(bytes, bytes.length, back));
            assertArrayEquals(new float[] {0, 0.5f, -0.25f, 1}, back, 1e-4f);
        }
    }
}
