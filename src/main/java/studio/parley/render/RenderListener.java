package studio.parley.render;

/** Receives the progress of a line while it is rendered. Called on the rendering thread; return quickly. */
public interface RenderListener {
    RenderListener NONE = new RenderListener() {};

    default void status(RenderStatus status) {}

    /**
     * The newest samples of the first take, before the watermark; an attempt that is discarded and repeated starts over with
     * {@link #restart}.
     */
    default void sound(float[] samples) {}

    /** The audio from {@link #sound} so far will not be kept. */
    default void restart() {}

    /** Whether the line is no longer needed, while others of its batch are. */
    default boolean isCancelled() {
        return false;
    }

    /** Whether {@link #sound} is needed while frames are generated; otherwise the audio is decoded at the end, which is cheaper. */
    default boolean wantsSound() {
        return false;
    }
}
