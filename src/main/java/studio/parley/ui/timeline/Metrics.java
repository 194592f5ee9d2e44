package studio.parley.ui.timeline;

/**
 * Lengths of the picture in pixels, all in proportion to the text.
 *
 * @param em how much larger than usual the text is; 1 is usual
 */
record Metrics(double em) {
    double ruler() {
        return 30 * em;
    }

    double lane() {
        return 62 * em;
    }

    /** Between the ruler and the first lane, for its badges. */
    double head() {
        return 7 * em;
    }

    /** Between a lane's edge and its clips. */
    double inset() {
        return 8 * em;
    }

    double clip() {
        return lane() - 2 * inset();
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
        return ruler() + head() + lane * lane() - scrolled;
    }
}
