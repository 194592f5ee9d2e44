package studio.parley.ui.timeline.model;

import java.util.OptionalDouble;

/** How the view follows the playhead during playback. */
public enum FollowMode {
    /** Turns the page when the playhead leaves it. */
    PAGE,
    /** Keeps the playhead in the middle. */
    SMOOTH,
    OFF;

    /**
     * The new left edge when the playhead moves from {@code was} to {@code is} with {@code left} to {@code right} in view, all in seconds;
     * empty: unchanged. A page turns when the playhead leaves it, not if it was elsewhere before.
     */
    public OptionalDouble left(double was, double is, double left, double right) {
        double wide = right - left;
        return switch (this) {
            case OFF -> OptionalDouble.empty();
            case SMOOTH -> OptionalDouble.of(is - wide / 2);
            case PAGE -> {
                boolean ahead = was <= right && is > right - 0.02 * wide;
                boolean back = was >= left && is < left;
                yield ahead || back ? OptionalDouble.of(is - 0.06 * wide) : OptionalDouble.empty();
            }
        };
    }

    public FollowMode next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
