package studio.parley.studio.model.install;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How fast this machine reads its memory, which is what limits a speech model on a processor. Measured in half a second. */
final class MemorySpeed {
    /** Larger than most caches. */
    private static final int LONGS = 96 << 17;
    private static final long NANOS = 500_000_000;
    /** Keeps the sums from being optimised away. */
    private static volatile long sum;

    private MemorySpeed() {}

    /** Bytes per second, with all processors; 0 if there is too little memory to measure it. */
    static double measure() {
        if (Runtime.getRuntime().maxMemory() < 4L * LONGS * Long.BYTES) return 0;
        var block = new long[LONGS];
        Arrays.setAll(block, i -> i);
        int parts = Runtime.getRuntime().availableProcessors();
        double best = 0;
        long began = System.nanoTime();
        while (System.nanoTime() - began < NANOS) {
            long start = System.nanoTime();
            sum = IntStream.range(0, parts).parallel().mapToLong(p -> sum(block, (int) ((long) LONGS * p / parts), (int) ((long) LONGS * (p + 1) / parts))).sum();
            best = Math.max(best, (double) LONGS * Long.BYTES * 1e9 / (System.nanoTime() - start));
        }
        return best;
    }

    private static long sum(long[] block, int from, int to) {
        long total = 0;
        for (int i = from; i < to; i++) total += block[i];
        return total;
    }
}
