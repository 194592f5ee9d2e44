package studio.parley.playback;

/** Where sound goes: the sound card, nowhere, or memory. Mono samples at the rate it was opened with. One thread at a time. */
public interface AudioOut extends AutoCloseable {
    /** Queues samples; blocks while the queue is full, and returns long before they are heard. */
    void play(float[] mono);

    /** Blocks until everything queued was heard; playing may go on afterwards. */
    void drain();

    /** Forgets what is queued and not yet heard. */
    void flush();

    /** What this is, in words. */
    String describe();

    /** Stops at once. */
    @Override
    void close();
}
