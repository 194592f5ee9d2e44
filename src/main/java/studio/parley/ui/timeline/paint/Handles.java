package studio.parley.ui.timeline.paint;

import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineMetrics;
import studio.parley.ui.timeline.model.Viewport;

/** Where on a clip the things are that can be dragged: drawn and found by the same numbers. */
public final class Handles {
    /** Narrower clips have no fade handles. */
    private static final double LEAST_WIDTH = 34;
    /** Narrower clips have no edges. */
    private static final double LEAST_EDGES = 12;
    /** Clips of which less is seen, times the size of text, have no grip for the gain: it would lie where one takes the clip to move it. */
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

    /** Whether there is room for edges to be taken beside the clip itself: what is a few pixels wide is moved. */
    public static boolean hasEdges(ClipBox box) {
        return box.w() >= LEAST_EDGES;
    }

    public static boolean hasFades(ClipBox box, TimelineMetrics m) {
        return box.w() >= LEAST_WIDTH && isHigh(box, m);
    }

    /** Whether there is a waveform below the words: not where a lane is shared by clips that collide. */
    private static boolean isHigh(ClipBox box, TimelineMetrics m) {
        return box.h() >= 1.6 * m.name();
    }

    /** Whether a clip has room for a grip of its gain. */
    public static boolean hasGain(ClipBox box, Viewport view, TimelineMetrics m) {
        return seenRight(box, view) - Math.max(0, box.x()) >= LEAST_GAIN_WIDTH * m.em() && isHigh(box, m);
    }

    /** The middle of the grip on the gain line: near the end that is seen, where nobody takes a clip to move it. */
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

    /** Half the grip's width and height. */
    public static double grip(TimelineMetrics m) {
        return 5 * m.em();
    }

    public static double gainY(ClipBox box, double db, TimelineMetrics m) {
        double share = (LOUDEST - Math.clamp(db, QUIETEST, LOUDEST)) / (LOUDEST - QUIETEST);
        return Math.round(gainTop(box, m) + share * gainHeight(box, m)) + 0.5;
    }

    /** @param fine by tenths of a decibel, else by halves and drawn to 0 */
    public static double gain(ClipBox box, double y, TimelineMetrics m, boolean fine) {
        double db = Math.clamp(LOUDEST - (y - gainTop(box, m)) / gainHeight(box, m) * (LOUDEST - QUIETEST), QUIETEST, LOUDEST);
        if (fine) return Math.round(db * 10) / 10.0;
        return Math.abs(db) < 1 ? 0 : Math.round(db * 2) / 2.0;
    }

    private static double gainTop(ClipBox box, TimelineMetrics m) {
        return box.y() + m.name();
    }

    private static double gainHeight(ClipBox box, TimelineMetrics m) {
        return box.h() - m.name() - 4;
    }
}
