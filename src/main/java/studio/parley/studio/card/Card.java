package studio.parley.studio.card;

import java.util.Arrays;
import studio.parley.io.FreeSpace;

/**
 * An NVIDIA graphics card.
 *
 * @param memory in bytes; 0 if unknown
 * @param driver the version of its driver, such as 550.54.14
 */
public record Card(String name, long memory, String driver) {
    /** NVIDIA's table of compatible drivers for CUDA 12. */
    private static final String OLDEST_LINUX = "525.60.13";
    private static final String OLDEST_WINDOWS = "527.41";

    /** The oldest driver for CUDA 12 on this system. */
    static String oldestDriver(boolean windows) {
        return windows ? OLDEST_WINDOWS : OLDEST_LINUX;
    }

    boolean isDriverTooOld(boolean windows) {
        return Arrays.compare(numbers(driver), numbers(oldestDriver(windows))) < 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /** The precision of CSM-1B that fits into its memory beside its caches, and is the most exact. */
    String precision() {
        return memory == 0 || memory >= 5_500_000_000L ? "fp16" : memory >= 3_500_000_000L ? "int8" : "int4";
    }

    /** "NVIDIA GeForce RTX 4090, 24 GB". */
    String words() {
        return name + (memory == 0 ? "" : memory < 1L << 30 ? ", " + FreeSpace.text(memory) : ", " + Math.round(memory / (double) (1L << 30)) + " GB");
    }
}
