package studio.parley.playback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrebufferPolicyTest {
    @Test
    void waitsForFourFramesAndLongerAfterRunningDry() {
        var buffer = new PrebufferPolicy(24_000);
        for (int frame = 0; frame < 3; frame++) assertFalse(buffer.queued(1920, false));
        assertFalse(buffer.isFull());
        buffer.queued(1920, false);
        assertTrue(buffer.isFull());
        assertTrue(buffer.queued(1920, true));
        for (int frame = 0; frame < 6; frame++) buffer.queued(1920, false);
        assertFalse(buffer.isFull());
        buffer.queued(1920, false);
        assertTrue(buffer.isFull());
        buffer.empty();
        assertFalse(buffer.queued(10, true));
    }

    @Test
    void sixteenBit() {
        assertArrayEquals(new byte[] {0, 0, (byte) 0xff, 0x7f, (byte) 0x01, (byte) 0x80, (byte) 0xff, 0x7f},
                JavaSoundOut.pcm16(new float[] {0, 1, -1, 7}));
        var memory = new MemoryOut(24_000);
        memory.play(new float[] {1, 2});
        memory.play(new float[] {3});
        assertEquals(3, memory.heard().frames());
        assertEquals(3, memory.heard().at(0, 2));
    }
}
