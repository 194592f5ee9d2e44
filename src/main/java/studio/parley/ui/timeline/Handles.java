package studio.parley.ui.timeline;

/** Where on a clip the things are that can be dragged: drawn and found by the same numbers. */
final class Handles {
    /** Narrower clips have no fade handles and no gain line. */
    static final double LEAST_WIDTH = 34;
    /** The gain line's range in decibels, top to bottom. */
    static final double LOUDEST = 12;
    static final double QUIETEST = -36;

    private Handles() {}

    static double fadeIn(ClipBox box, Viewport view, double rate) {
        return Math.min(box.right() - 8, box.x() + 8 + box.part().fadeIn() / rate * view.scale());
    }

    static double fadeOut(ClipBox box, Viewport view, double rate) {
        return Math.max(box.x() + 8, box.right() - 8 - box.part().fadeOut() / rate * view.scale());
    }

    static double gainY(ClipBox box, double db, Metrics m) {
        double share = (LOUDEST - Math.clamp(db, QUIETEST, LOUDEST)) / (LOUDEST - QUIETEST);
        return Math.round(gainTop(box, m) + share * gainHeight(box, m)) + 0.5;
    }

    static double gain(ClipBox box, double y, Metrics m) {
        double db = LOUDEST - (y - gainTop(box, m)) / gainHeight(box, m) * (LOUDEST - QUIETEST);
        return Math.clamp(Math.abs(db) < 1 ? 0 : Math.round(db * 2) / 2.0, QUIETEST, LOUDEST);
    }

    private static double gainTop(ClipBox box, Metrics m) {
        return box.y() + m.name();
    }

    private static double gainHeight(ClipBox box, Metrics m) {
        return box.h() - m.name() - 4;
    }
}
