package studio.parley.audio.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeaksTest {
    /** 0.5 for 4096 samples, then -0.25 for as many; the other channel silent. */
    private static final Peaks STEP = Peaks.of(Pcm.of(24_000, step(), new float[8192]));

    private static float[] step() {
        var x = new float[8192];
        Arrays.fill(x, 0, 4096, 0.5f);
        Arrays.fill(x, 4096, 8192, -0.25f);
        return x;
    }

    private static Peaks.Column flat(float value) {
        return new Peaks.Column(value, value, Math.abs(value));
    }

    /** At every zoom a column shows its own stretch: one of 256 samples, of 1024, of 4096. */
    @Test
    void everyZoomShowsTheSameSound() {
        for (int columns : new int[] {2, 8, 32}) {
            var expected = new Peaks.Column[columns];
            Arrays.fill(expected, 0, columns / 2, flat(0.5f));
            Arrays.fill(expected, columns / 2, columns, flat(-0.25f));
            assertArrayEquals(expected, STEP.columns(0, 0, 8192, columns), columns + " columns");
            assertEquals(flat(0), STEP.columns(1, 0, 8192, columns)[columns - 1]);
        }
        var whole = STEP.columns(0, 0, 8192, 1)[0];
        assertEquals(new Peaks.Column(-0.25f, 0.5f, (float) Math.sqrt((0.25 + 0.0625) / 2)), whole);
    }

    @Test
    void aColumnIsAtMostABucketWiderThanItself() {
        assertArrayEquals(new Peaks.Column[] {flat(0.5f), flat(-0.25f)}, STEP.columns(0, 3840, 4352, 2));
        assertArrayEquals(new Peaks.Column[] {flat(0), flat(0.5f)}, STEP.columns(0, -256, 256, 2));
        assertArrayEquals(new Peaks.Column[] {flat(-0.25f), flat(0)}, STEP.columns(0, 7936, 8448, 2));
    }

    @Test
    void theLastBucketMayBeShort() {
        var x = new float[300];
        Arrays.fill(x, 256, 300, 0.5f);
        var columns = Peaks.of(Pcm.mono(24_000, x)).columns(0, 0, 512, 2);
        assertArrayEquals(new Peaks.Column[] {flat(0), flat(0.5f)}, columns);
    }

    @Test
    void whatWasKeptIsReadAgain() {
        var again = Peaks.parse(STEP.bytes()).orElseThrow();
        assertEquals(2, again.channels());
        assertEquals(8192, again.frames());
        assertArrayEquals(STEP.columns(0, 0, 8192, 5), again.columns(0, 0, 8192, 5));
        assertArrayEquals(STEP.bytes(), again.bytes());
    }

    @Test
    void anEmptySoundAndOneOfManyChannels() {
        for (int channels : new int[] {1, 64}) {
            var peaks = Peaks.parse(Peaks.of(Pcm.silence(24_000, channels, 0)).bytes()).orElseThrow();
            assertEquals(channels, peaks.channels());
            assertArrayEquals(new Peaks.Column[] {flat(0), flat(0)}, peaks.columns(channels - 1, 0, 100, 2));
        }
    }

    /** Made by hand, so that their lengths fit: only what they say is wrong. */
    @Test
    void impossibleShapesAreAbsent() {
        for (int[] shape : new int[][] {{0x314B5050, -1, 1, 0}, {0x314B5050, 256, 0, 0}, {0x314B5050, 256, 65, 65}, {0x314B5051, 256, 1, 1},
            {0x314B5050, 257, 1, 1}}) {
            var bytes = ByteBuffer.allocate(12 + 12 * shape[3]).order(ByteOrder.LITTLE_ENDIAN).putInt(shape[0]).putInt(shape[1]).putInt(shape[2]);
            assertEquals(Optional.empty(), Peaks.parse(bytes.array()), Arrays.toString(shape));
        }
    }
}
