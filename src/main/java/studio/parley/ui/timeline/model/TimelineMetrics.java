package studio.parley.ui.timeline.model;

/**
 * Lengths of the drawing in pixels, all proportional to the text.
 *
 * @param em text size; 1 is the default
 * @param lane the height of a track
 */
public record TimelineMetrics(double em, double lane) {
    private static final double USUAL_LANE = 62;
    private static final double LOWEST_LANE = 44;

    /** Tracks of the default height. */
    public static TimelineMetrics of(double em) {
        return new TimelineMetrics(em, USUAL_LANE * em);
    }

    /** Tracks as high as the drawing has space for, within limits. */
    public static TimelineMetrics fitting(double em, int tracks, double height) {
        var usual = of(em);
        double room = height - usual.height(0);
        return new TimelineMetrics(em, Math.clamp(Math.floor(room / Math.max(1, tracks)), LOWEST_LANE * em, USUAL_LANE * em));
    }

    /** The height of so many tracks with the ruler above them. */
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

    /** The part of a clip that shows its text. */
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

    /** The distance from an edge at which the mouse still grabs it. */
    public double grip() {
        return 5;
    }

    public double laneTop(int lane, double scrolled) {
        return ruler() + head() + lane * this.lane - scrolled;
    }
}
