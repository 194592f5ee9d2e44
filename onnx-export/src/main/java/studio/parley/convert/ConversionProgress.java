package studio.parley.convert;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a conversion is.
 *
 * @param what the tensor or file at hand
 * @param done of {@code total} bytes of the whole work, all stages together
 * @param remaining from the pace so far; empty while there is none to judge by, and during the check
 */
public record ConversionProgress(Stage stage, String what, long done, long total, Duration elapsed, Optional<Duration> remaining) {
    /** In this order. */
    public enum Stage { READING, WRITING, HASHING, CHECKING, DONE }

    /** 0 to 1. */
    public double fraction() {
        return total == 0 ? 0 : (double) done / total;
    }
}
