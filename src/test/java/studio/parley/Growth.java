package studio.parley;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

/** How the work grows with its input: ratios of the processor time of this thread, which do not depend on what else the machine does. */
public final class Growth {
    /** Less than this is noise. */
    private static final long LITTLE_NANOS = 300_000_000;

    private Growth() {}

    /** Fails if the large work takes more than {@code factor} times as long as the small one. */
    public static void assertAtMost(double factor, String what, Runnable small, Runnable large) {
        small.run();
        long few = Math.min(nanos(small), nanos(small));
        long many = nanos(large);
        if (many > LITTLE_NANOS && many > factor * few) many = Math.min(many, nanos(large));
        assertTrue(many <= LITTLE_NANOS || many <= factor * few, what + ": " + few / 1e6 + " ms of processor time become " + many / 1e6);
    }

    private static long nanos(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - begin;
    }
}
