package studio.parley.studio;

/** Receives the events of a render. Called on the rendering thread. */
public interface RenderEventListener {
    void on(RenderEvent event);
}
