package studio.parley.ui.timeline;

/** Something done with the mouse pressed. It shows what it would do while it goes on, and does it when the mouse is released. */
interface Gesture {
    /**
     * The mouse is here now.
     *
     * @param free whether snapping is suspended (Shift)
     */
    void drag(double x, double y, boolean free);

    /** Done. */
    void release();

    /** Never mind: all is as before. */
    void cancel();
}
