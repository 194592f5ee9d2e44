package studio.parley.playback;

/** How fast, which way, and whether at its own pitch: the lasting speed, and the shuttle that overrides it for a while. */
final class Speed {
    private static final double MOST = 4;
    private static final double MOST_STRETCH = 2;

    private double lasting = 1;
    private double shuttle;
    private boolean keepsPitch;

    /** Frames of the source per frame heard. */
    double step() {
        return shuttle != 0 ? shuttle : lasting;
    }

    void lasting(double rate) {
        lasting = Math.clamp(rate, -MOST, MOST);
        shuttle = 0;
    }

    /** One more press in a direction; {@code from} is the speed until now, 0 when nothing plays. */
    void press(int direction, double from) {
        shuttle = from * direction > 0 ? direction * Math.min(MOST, 2 * Math.abs(from)) : direction;
    }

    boolean shuttles() {
        return shuttle != 0;
    }

    void release() {
        shuttle = 0;
    }

    void keepPitch(boolean keep) {
        keepsPitch = keep;
    }

    /** Stretched in time at its own pitch instead of being played faster like a tape. */
    boolean stretches() {
        double step = step();
        return keepsPitch && shuttle == 0 && step != 1 && step >= 1 / MOST_STRETCH && step <= MOST_STRETCH;
    }
}
