package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.speech.mimi.Codes;

class CodesSidecarTest {
    private static final int FIRST = 0x504c4331;
    private static final int CHECKED = 0x504c4332;

    @Test
    void whatWasPutIsFound(@TempDir Path folder) {
        var clipStore = new ClipStore(folder);
        var clip = clipStore.put(Pcm.silence(24_000, 1, 100));
        assertEquals(Optional.empty(), CodesSidecar.get(clipStore, clip, "codes"));
        var codes = Codes.of(3, List.of(new int[] {0, 2050, 65535}, new int[] {1, 2, 3}));
        CodesSidecar.put(clipStore, clip, "codes", codes);
        assertEquals(Optional.of(codes), CodesSidecar.get(clipStore, clip, "codes"));
    }

    @Property
    void oneChangedBitIsNoticed(@ForAll @IntRange(min = 32, max = 8 * 28 - 1) int bit) {
        var bytes = ByteBuffer.allocate(28).putInt(CHECKED).putInt(3).putInt(2);
        for (int i = 0; i < 6; i++) bytes.putShort((short) (i * 300));
        var crc = new CRC32();
        crc.update(bytes.array(), 0, 24);
        bytes.putInt((int) crc.getValue());
        assertEquals(2, CodesSidecar.parse(bytes.array()).orElseThrow().frames());
        bytes.array()[bit / 8] ^= (byte) (1 << bit % 8);
        assertEquals(Optional.empty(), CodesSidecar.parse(bytes.array()));
    }

    private static Optional<Codes> written(int version, int codebooks, int count, int bytes) {
        var file = ByteBuffer.allocate(12 + bytes).putInt(version).putInt(codebooks).putInt(count);
        if (version == CHECKED) {
            var crc = new CRC32();
            crc.update(file.array(), 0, file.capacity() - 4);
            file.putInt(file.capacity() - 4, (int) crc.getValue());
        }
        return CodesSidecar.parse(file.array());
    }

    /** The first version had no checksum; projects of that time keep their codes. */
    @Test
    void shapesThatCanBe() {
        assertEquals(Optional.of(Codes.none(6)), written(FIRST, 6, 0, 0));
        assertEquals(2, written(FIRST, 6, 2, 24).orElseThrow().frames());
        assertEquals(Optional.of(Codes.none(1)), written(CHECKED, 1, 0, 4));
        assertEquals(256, written(CHECKED, 256, 1, 512 + 4).orElseThrow().codebooks());
        for (int[] wrong : new int[][] {{0, 0, 0}, {-1, 0, 0}, {257, 1, 514}, {6, -1, 0}, {6, 2, 22}, {6, 2, 26}}) {
            assertEquals(Optional.empty(), written(FIRST, wrong[0], wrong[1], wrong[2]));
            assertEquals(Optional.empty(), written(CHECKED, wrong[0], wrong[1], wrong[2] + 4));
        }
        assertEquals(Optional.empty(), written(FIRST + 2, 6, 0, 0));
        assertEquals(Optional.empty(), CodesSidecar.parse(new byte[11]));
    }

    @Property
    void anythingElseIsAbsent(@ForAll byte[] bytes) {
        assertEquals(Optional.empty(), CodesSidecar.parse(bytes));
    }
}
