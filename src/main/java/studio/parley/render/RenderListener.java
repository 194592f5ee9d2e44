package studio.parley.render;

/** Hears of a line while it is being made. Called on the rendering thread; return quickly. */
public interface RenderListener {
    RenderListener NONE = new RenderListener() {};

    default void status(RenderStatus status) {}

    /**
     * The newest samples of the first take, before the watermark; an attempt that is thrown away and made again starts over
     * with {@link #restart}.
     */
    default void sound(float[] samples) {}

    /** What {@link #sound} gave so far will not be kept. */
    default void restart() {}

    /** Whether {@link #sound} is wanted while frames are made; otherwise the sound is decoded at the end, which is cheaper. */
    default boolean wantsSound() {
        return false;
    }
}
