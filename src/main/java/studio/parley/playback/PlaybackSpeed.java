package studio.parley.playback;

import studio.parley.audio.dsp.TimeStretch;

/** How fast and which way: the speed chosen, and the shuttle that overrides it for a while. */
final class PlaybackSpeed {
    private static final double MOST = 4;

    private double chosen = 1;
    private double shuttle;

    /** Frames of the source per frame heard. */
    double step() {
        return shuttle != 0 ? shuttle : chosen;
    }

    void choose(double times) {
        chosen = Math.clamp(times, TimeStretch.SLOWEST, TimeStretch.FASTEST);
        shuttle = 0;
    }

    /** One more press in a direction; {@code from} is the speed until now, 0 when nothing plays. */
    void shuttle(int direction, double from) {
        double first = direction > 0 ? chosen : -1;
        shuttle = from * direction > 0 ? direction * Math.min(MOST, 2 * Math.abs(from)) : first;
    }

    boolean isShuttling() {
        return shuttle != 0;
    }

    void endShuttle() {
        shuttle = 0;
    }

    /** At its own pitch; faster or backwards it is played like a tape. */
    boolean keepsPitch() {
        double step = step();
        return step != 1 && step >= TimeStretch.SLOWEST && step <= TimeStretch.FASTEST;
    }
}
