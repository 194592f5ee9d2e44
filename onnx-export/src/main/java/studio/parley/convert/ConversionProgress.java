package studio.parley.convert;

import java.time.Duration;
import java.util.Optional;

/**
 * The progress of a conversion.
 *
 * @param what the current tensor or file
 * @param done of {@code total} bytes of the whole work, all stages together
 * @param remaining estimated from the speed so far; empty while that is not known, and during the test
 */
public record ConversionProgress(Stage stage, String what, long done, long total, Duration elapsed, Optional<Duration> remaining) {
    /** In this order. */
    public enum Stage { READING, WRITING, HASHING, CHECKING, DONE }

    /** 0 to 1. */
    public double fraction() {
        return total == 0 ? 0 : (double) done / total;
    }
}
