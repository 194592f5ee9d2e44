package studio.parley.ui.timeline.model;

/**
 * Lengths of the picture in pixels, all in proportion to the text.
 *
 * @param em how much larger than usual the text is; 1 is usual
 * @param lane the height of a track
 */
public record TimelineMetrics(double em, double lane) {
    private static final double USUAL_LANE = 62;
    private static final double LOWEST_LANE = 44;

    /** Tracks of the usual height. */
    public static TimelineMetrics of(double em) {
        return new TimelineMetrics(em, USUAL_LANE * em);
    }

    /** Tracks as high as a picture has room for them, within limits. */
    public static TimelineMetrics fitting(double em, int tracks, double height) {
        var usual = of(em);
        double room = height - usual.height(0);
        return new TimelineMetrics(em, Math.clamp(Math.floor(room / Math.max(1, tracks)), LOWEST_LANE * em, USUAL_LANE * em));
    }

    /** All of so many tracks with the ruler above them. */
    public double height(int tracks) {
        return ruler() + head() + tracks * lane + badge() / 2;
    }

    public double ruler() {
        return 32 * em;
    }

    /** Between the ruler and the first lane, for its badges. */
    public double head() {
        return 7 * em;
    }

    /** Between a lane's edge and its clips. */
    public double inset() {
        return lane * 8 / USUAL_LANE;
    }

    /** The middle of the ruler's upper part, which has the times. */
    public double times() {
        return 10 * em;
    }

    /** The middle of the ruler's lower part, which has the playhead's knob and the names of markers. */
    public double marks() {
        return 24 * em;
    }

    public double clip() {
        return lane - 2 * inset();
    }

    /** The part of a clip that shows its words. */
    public double name() {
        return 17 * em;
    }

    public double badge() {
        return 16 * em;
    }

    public double text() {
        return 11.5 * em;
    }

    public double small() {
        return 10.5 * em;
    }

    /** How far from an edge the mouse still takes it. */
    public double grip() {
        return 5;
    }

    public double laneTop(int lane, double scrolled) {
        return ruler() + head() + lane * this.lane - scrolled;
    }
}
