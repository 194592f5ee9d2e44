package studio.parley.ui.timeline.gesture;

/** An action with the mouse pressed. It previews its result, and applies it when the mouse is released. */
interface Gesture {
    /**
     * Keys held while dragging.
     *
     * @param free Shift: snapping is suspended
     * @param alternative Alt: moving pins, trimming the end changes the speed
     */
    record Held(boolean free, boolean alternative) {}

    /** The mouse is here now. */
    void drag(double x, double y, Held held);

    /** The current result, as a value with its unit. */
    String readout();

    /** Applies it. */
    void release();

    /** Cancels it. */
    void cancel();
}
