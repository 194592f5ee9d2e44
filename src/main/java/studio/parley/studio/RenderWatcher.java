package studio.parley.studio;

/** Watches a render and may stop it. Called on the rendering thread. */
public interface RenderWatcher {
    void on(RenderEvent event);

    /** Asked between frames. */
    default boolean isCancelled() {
        return false;
    }
}
