package studio.parley.ui.timeline.gesture;

/** Something done with the mouse pressed. It shows what it would do while it goes on, and does it when the mouse is released. */
interface Gesture {
    /**
     * Keys held while the mouse is dragged.
     *
     * @param free Shift: snapping is suspended
     * @param alternative Alt: moving pins, trimming the end changes the speed
     */
    record Held(boolean free, boolean alternative) {}

    /** The mouse is here now. */
    void drag(double x, double y, Held held);

    /** What it would do now, as a value with its unit. */
    String readout();

    /** Done. */
    void release();

    /** Never mind: all is as before. */
    void cancel();
}
