package studio.parley.ui.timeline;

/**
 * Lengths of the picture in pixels, all in proportion to the text.
 *
 * @param em how much larger than usual the text is; 1 is usual
 * @param lane the height of a track
 */
record TimelineMetrics(double em, double lane) {
    private static final double USUAL_LANE = 62;
    private static final double LOWEST_LANE = 44;

    /** Tracks of the usual height. */
    static TimelineMetrics of(double em) {
        return new TimelineMetrics(em, USUAL_LANE * em);
    }

    /** Tracks as high as a picture has room for them, within limits. */
    static TimelineMetrics fitting(double em, int tracks, double height) {
        var usual = of(em);
        double room = height - usual.height(0);
        return new TimelineMetrics(em, Math.clamp(Math.floor(room / Math.max(1, tracks)), LOWEST_LANE * em, USUAL_LANE * em));
    }

    /** All of so many tracks with the ruler above them. */
    double height(int tracks) {
        return ruler() + head() + tracks * lane + badge() / 2;
    }

    double ruler() {
        return 32 * em;
    }

    /** Between the ruler and the first lane, for its badges. */
    double head() {
        return 7 * em;
    }

    /** Between a lane's edge and its clips. */
    double inset() {
        return lane * 8 / USUAL_LANE;
    }

    /** The middle of the ruler's upper part, which has the times. */
    double times() {
        return 10 * em;
    }

    /** The middle of the ruler's lower part, which has the playhead's knob and the names of markers. */
    double marks() {
        return 24 * em;
    }

    double clip() {
        return lane - 2 * inset();
    }

    /** The part of a clip that shows its words. */
    double name() {
        return 17 * em;
    }

    double badge() {
        return 16 * em;
    }

    double text() {
        return 11.5 * em;
    }

    double small() {
        return 10.5 * em;
    }

    /** How far from an edge the mouse still takes it. */
    double grip() {
        return 5;
    }

    double laneTop(int lane, double scrolled) {
        return ruler() + head() + lane * this.lane - scrolled;
    }
}
