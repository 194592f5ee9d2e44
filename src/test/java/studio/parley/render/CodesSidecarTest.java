package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Pcm;
import studio.parley.speech.Codes;

class CodesSidecarTest {
    @Test
    void whatWasPutIsFound(@TempDir Path folder) {
        var shelf = new ClipShelf(folder);
        var clip = shelf.put(Pcm.silence(24_000, 1, 100));
        assertEquals(Optional.empty(), CodesSidecar.get(shelf, clip, "codes"));
        var codes = Codes.of(3, List.of(new int[] {0, 2050, 65535}, new int[] {1, 2, 3}));
        CodesSidecar.put(shelf, clip, "codes", codes);
        assertEquals(Optional.of(codes), CodesSidecar.get(shelf, clip, "codes"));
    }

    @Property
    void oneChangedBitIsNoticed(@ForAll @net.jqwik.api.constraints.IntRange(min = 32, max = 8 * 28 - 1) int bit) {
        var bytes = java.nio.ByteBuffer.allocate(28).putInt(0x504c4332).putInt(3).putInt(2);
        for (int i = 0; i < 6; i++) bytes.putShort((short) (i * 300));
        var crc = new java.util.zip.CRC32();
        crc.update(bytes.array(), 0, 24);
        bytes.putInt((int) crc.getValue());
        assertEquals(2, CodesSidecar.parse(bytes.array()).orElseThrow().frames());
        bytes.array()[bit / 8] ^= (byte) (1 << bit % 8);
        assertEquals(Optional.empty(), CodesSidecar.parse(bytes.array()));
    }

    @Property
    void anythingElseIsAbsent(@ForAll byte[] bytes) {
        assertEquals(Optional.empty(), CodesSidecar.parse(bytes));
    }
}
