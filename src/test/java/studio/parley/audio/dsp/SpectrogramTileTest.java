package studio.parley.audio.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.parley.Growth;
import studio.parley.audio.Tones;
import studio.parley.audio.pcm.Pcm;

class SpectrogramTileTest {
    @Test
    void aToneIsALineAtItsPlace() {
        var tile = SpectrogramTile.of(Pcm.mono(24_000, Tones.sine(24_000, 24_000, 2_000, 1)), 2_000, 22_000, 50, 80);
        for (int c = 0; c < 50; c++) {
            int best = 0;
            for (int r = 0; r < 80; r++) if (tile.strength(c, r) > tile.strength(c, best)) best = r;
            assertTrue(SpectrogramTile.hertz(best, 80, 24_000) > 1_970 && SpectrogramTile.hertz(best + 1, 80, 24_000) < 2_030);
            assertEquals(255, tile.strength(c, best), 5);
            assertTrue(tile.strength(c, 5) < 30);
        }
        assertEquals(12_000, SpectrogramTile.hertz(0, 80, 24_000), 1e-6);
        assertEquals(0, SpectrogramTile.hertz(80, 80, 24_000), 1e-6);
    }

    private static int strongest(SpectrogramTile tile, int column) {
        int most = 0;
        for (int r = 0; r < tile.rows(); r++) most = Math.max(most, tile.strength(column, r));
        return most;
    }

    /** A sound stands where it sounds: each column shows its own time, and nothing of its neighbours'. */
    @Test
    void aBurstIsSeenInItsOwnColumnOnly() {
        int width = 8 * 1024;
        for (int quarter = 0; quarter < 4; quarter++) {
            var x = new float[6 * width];
            int centre = 2 * width + quarter * 2048 + 1024;
            System.arraycopy(Tones.sine(24_000, 512, 3_000, 1), 0, x, centre - 256, 512);
            var tile = SpectrogramTile.of(Pcm.mono(24_000, x), 0, x.length, 6, 40);
            for (int c = 0; c < 6; c++) assertEquals(c == 2, strongest(tile, c) > 200, "quarter " + quarter + " column " + c);
        }
    }

    @Test
    void outsideTheSoundItIsSilentAndItsFirstAndLastMomentsAreSeen() {
        var pcm = Pcm.mono(24_000, Tones.sine(24_000, 10_240, 3_000, 1));
        var tile = SpectrogramTile.of(pcm, -10_240, 20_480, 30, 40);
        for (int c = 0; c < 30; c++) {
            if (c < 9 || c > 20) assertEquals(0, strongest(tile, c), "column " + c);
            if (c >= 10 && c < 20) assertTrue(strongest(tile, c) > 200, "column " + c);
        }
    }

    @Property(tries = 60)
    void anyRangeAndSize(@ForAll @IntRange(min = 0, max = 3_000) int frames, @ForAll @IntRange(min = -5_000, max = 5_000) int from,
            @ForAll @IntRange(min = 1, max = 100_000) int length, @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll @IntRange(min = 1, max = 300) int rows) {
        var tile = SpectrogramTile.of(Pcm.silence(8_000, 1, frames), from, from + length, columns, rows);
        assertEquals(columns, tile.columns());
        assertEquals(rows, tile.rows());
        assertEquals(0, tile.strength(columns - 1, rows - 1));
    }

    /** An hour costs what a minute costs. */
    @Test
    void theCostIsThatOfThePixels() {
        var hour = Pcm.silence(8_000, 1, 8_000 * 3_600);
        var minute = hour.slice(0, 8_000 * 60);
        Growth.assertAtMost(4, "a tile", () -> SpectrogramTile.of(minute, 0, minute.frames(), 256, 128), () -> SpectrogramTile.of(hour, 0, hour.frames(), 256, 128));
    }
}
