package studio.parley.playback;

import studio.parley.audio.dsp.TimeStretch;

/** Speed and direction: the chosen speed, and the shuttle that overrides it for a while. */
final class PlaybackSpeed {
    private static final double MOST = 4;

    private double chosen = 1;
    private double shuttle;

    /** Source frames per output frame. */
    double step() {
        return shuttle != 0 ? shuttle : chosen;
    }

    void choose(double times) {
        chosen = Math.clamp(times, TimeStretch.SLOWEST, TimeStretch.FASTEST);
        shuttle = 0;
    }

    /** One more press in a direction; {@code from} is the current speed, 0 if nothing plays. */
    void shuttle(int direction, double from) {
        double first = direction > 0 ? chosen : -1;
        shuttle = from * direction > 0 ? direction * Math.min(MOST, 2 * Math.abs(from)) : first;
    }

    /** The shuttle's speed, negative if backwards; 0 if there is none. */
    double shuttle() {
        return shuttle;
    }

    boolean isShuttling() {
        return shuttle != 0;
    }

    void endShuttle() {
        shuttle = 0;
    }

    /** At its own pitch; faster or backwards it plays like a tape. */
    boolean keepsPitch() {
        double step = step();
        return step != 1 && step >= TimeStretch.SLOWEST && step <= TimeStretch.FASTEST;
    }
}
