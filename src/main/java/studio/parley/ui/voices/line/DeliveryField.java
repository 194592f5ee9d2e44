package studio.parley.ui.voices.line;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Delivery;

/** One value of a delivery for people: its range, its digits, its field in a {@link Delivery}. */
public enum DeliveryField {
    /** 0 always gives the most likely result, 1 is lively. */
    TEMPERATURE(0, 1.5, 0.05),
    /** The number of candidates from which each code is sampled. */
    TOP_K(1, 200, 1),
    /** Seconds. */
    LENGTH(0.5, 90, 0.5),
    /** An integer; no range, so no slider. */
    SEED(0, 0, 1);

    final double least;
    final double most;
    final double step;

    DeliveryField(double least, double most, double step) {
        this.least = least;
        this.most = most;
        this.step = step;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value in a delivery itself; null if it inherits. */
    @Nullable Number of(Delivery d) {
        return switch (this) {
            case TEMPERATURE -> d.temperature();
            case TOP_K -> d.topK();
            case LENGTH -> d.maxMillis() == null ? null : (Number) (d.maxMillis() / 1000.0);
            case SEED -> d.seed();
        };
    }

    /** The delivery with another value here; null inherits. */
    Delivery with(Delivery d, @Nullable Number v) {
        return switch (this) {
            case TEMPERATURE -> new Delivery(v == null ? null : (Double) v.doubleValue(), d.topK(), d.maxMillis(), d.seed());
            case TOP_K -> new Delivery(d.temperature(), v == null ? null : (Integer) v.intValue(), d.maxMillis(), d.seed());
            case LENGTH -> new Delivery(d.temperature(), d.topK(), v == null ? null : (Integer) (int) Math.round(v.doubleValue() * 1000), d.seed());
            case SEED -> new Delivery(d.temperature(), d.topK(), d.maxMillis(), v == null ? null : (Long) v.longValue());
        };
    }

    String format(Number value) {
        return switch (this) {
            case TEMPERATURE -> String.format(Locale.ROOT, "%.2f", value.doubleValue()).replaceFirst("0$", "");
            case LENGTH -> String.format(Locale.ROOT, "%.1f", value.doubleValue());
            case TOP_K, SEED -> String.valueOf(value.longValue());
        };
    }

    /** A typed number, limited to the range; empty if it is not a number. */
    Optional<Number> parse(String text) {
        var plain = text.strip().replace(',', '.').replaceFirst("\\s*s$", "");
        try {
            if (this == SEED) return Optional.of(Long.parseLong(plain));
            double value = Double.parseDouble(plain);
            if (!Double.isFinite(value)) return Optional.empty();
            return Optional.of(fitting(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Rounded to the slider's steps, within what a {@link Delivery} allows. */
    Number fitting(double value) {
        return switch (this) {
            case TEMPERATURE -> Math.round(Math.clamp(value, 0, 10) * 100) / 100.0;
            case TOP_K -> (Number) (int) Math.clamp(Math.round(value), 1, 100_000);
            case LENGTH -> Math.round(Math.clamp(value, 0.1, 600) * 10) / 10.0;
            case SEED -> (Number) Math.round(value);
        };
    }
}
