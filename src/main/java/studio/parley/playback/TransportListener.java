package studio.parley.playback;

/** Hears what a {@link Transport} does; called on its thread, must return at once. */
@FunctionalInterface
public interface TransportListener {
    void heard(TransportEvent event);
}
