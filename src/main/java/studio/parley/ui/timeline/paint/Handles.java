package studio.parley.ui.timeline.paint;

import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineMetrics;
import studio.parley.ui.timeline.model.Viewport;

/** The positions of draggable handles on a clip: drawing and hit testing use the same numbers. */
public final class Handles {
    /** Narrower clips have no fade handles. */
    private static final double LEAST_WIDTH = 34;
    /** Narrower clips have no edges. */
    private static final double LEAST_EDGES = 12;
    /**
     * Clips with a smaller visible part, times the text size, have no handle for the gain: it would be where the clip is grabbed to move
     * it.
     */
    private static final double LEAST_GAIN_WIDTH = 72;
    /** The gain line's range in decibels, top to bottom. */
    public static final double LOUDEST = 12;
    public static final double QUIETEST = -36;

    private Handles() {}

    public static double fadeIn(ClipBox box, Viewport view, double rate) {
        return Math.min(box.right() - 8, box.x() + 8 + box.part().fadeIn() / rate * view.scale());
    }

    public static double fadeOut(ClipBox box, Viewport view, double rate) {
        return Math.max(box.x() + 8, box.right() - 8 - box.part().fadeOut() / rate * view.scale());
    }

    /** Whether there is space to grab edges separately from the clip itself: a clip of a few pixels is moved. */
    public static boolean hasEdges(ClipBox box) {
        return box.w() >= LEAST_EDGES;
    }

    public static boolean hasFades(ClipBox box, TimelineMetrics m) {
        return box.w() >= LEAST_WIDTH && isHigh(box, m);
    }

    /** Whether there is a waveform below the text: not in a lane shared by clips that collide. */
    private static boolean isHigh(ClipBox box, TimelineMetrics m) {
        return box.h() >= 1.6 * m.name();
    }

    /** Whether a clip has space for a gain handle. */
    public static boolean hasGain(ClipBox box, Viewport view, TimelineMetrics m) {
        return seenRight(box, view) - Math.max(0, box.x()) >= LEAST_GAIN_WIDTH * m.em() && isHigh(box, m);
    }

    /** The middle of the gain handle: near the visible end, where nobody grabs a clip to move it. */
    public static double gainX(ClipBox box, Viewport view, TimelineMetrics m) {
        return Math.round(seenRight(box, view) - 20 * m.em());
    }

    private static double seenRight(ClipBox box, Viewport view) {
        return Math.min(box.right(), view.width());
    }

    /** Half the width and height of a fade's handle. */
    static double fade(TimelineMetrics m) {
        return 3.5 * m.em();
    }

    /** Half the handle's width and height. */
    public static double grip(TimelineMetrics m) {
        return 5 * m.em();
    }

    public static double gainY(ClipBox box, double db, TimelineMetrics m) {
        double share = (LOUDEST - Math.clamp(db, QUIETEST, LOUDEST)) / (LOUDEST - QUIETEST);
        return Math.round(gainTop(box, m) + share * gainHeight(box, m)) + 0.5;
    }

    private static double gainTop(ClipBox box, TimelineMetrics m) {
        return box.y() + m.name();
    }

    private static double gainHeight(ClipBox box, TimelineMetrics m) {
        return box.h() - m.name() - 4;
    }
}
