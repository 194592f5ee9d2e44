package studio.parley.studio;

/** Watches a render. Called on the rendering thread. */
public interface RenderWatcher {
    void on(RenderEvent event);
}
