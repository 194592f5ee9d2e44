package studio.parley.ui.timeline.gesture;

import studio.parley.studio.document.model.DocumentLimits;

/**
 * A gain while its handle is dragged: by so many decibels for each pixel, whatever the height of the clip. Shift makes it finer from where it
 * is on, without a jump.
 */
final class GainDrag {
    private static final double DB = 0.25;
    private static final double FINE_DB = 0.05;
    /** Closer to 0 dB it is 0, unless it is dragged finely. */
    private static final double NEAR = 0.5;
    private double at;
    private double db;

    GainDrag(double db, double pressed) {
        this.db = db;
        this.at = pressed;
    }

    /** The gain with the mouse at {@code y}, in tenths. */
    double to(double y, boolean fine) {
        db = Math.clamp(db + (at - y) * (fine ? FINE_DB : DB), DocumentLimits.QUIETEST_DB, DocumentLimits.LOUDEST_DB);
        at = y;
        return !fine && Math.abs(db) < NEAR ? 0 : Math.round(db * 10) / 10.0;
    }
}
