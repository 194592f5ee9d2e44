package studio.parley.studio.project.hearing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HearingPaceTest {
    private static final long MILLIS = 1_000_000;
    private long now;
    private boolean rendering;
    private final HearingPace pace = new HearingPace(() -> rendering, () -> now);

    /** The share of the time that is spent on takes of this cost, from the beginning of a render. */
    private double share(long seconds, long cost) {
        long spent = 0;
        long begin = now;
        while (now - begin < seconds * 1000 * MILLIS) {
            now += 200 * MILLIS;
            if (!pace.begins()) continue;
            now += cost;
            pace.spent(cost);
            spent += cost;
        }
        return (double) spent / (now - begin);
    }

    @Test
    void aRenderGivesATwentyFifthOfItsTime() {
        rendering = true;
        assertTrue(share(30, 1200 * MILLIS) <= HearingPace.SHARE, "also at the beginning");
        double share = share(1000, 1200 * MILLIS);
        assertTrue(share > 0.03 && share <= 0.0401, share + "");
        share = share(1000, 4000 * MILLIS);
        assertTrue(share > 0.03 && share <= 0.0405, share + "");
    }

    @Test
    void withoutARenderNothingHoldsItBackAndNothingIsSavedUp() {
        assertTrue(pace.begins());
        pace.spent(1000 * MILLIS);
        now += 3_600_000 * MILLIS;
        assertTrue(pace.begins());
        rendering = true;
        assertFalse(pace.begins());
        now += 3_600_000 * MILLIS;
        assertFalse(pace.begins(), "nobody waited");
        assertTrue(HearingPace.free().begins());
    }
}
