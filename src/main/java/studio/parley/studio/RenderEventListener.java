package studio.parley.studio;

/** Watches a render. Called on the rendering thread. */
public interface RenderEventListener {
    void on(RenderEvent event);
}
