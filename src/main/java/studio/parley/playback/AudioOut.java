package studio.parley.playback;

/**
 * Where sound goes: the sound card, nowhere, or memory. Mono samples at the rate it was opened with. One thread plays; what any
 * thread may do says so. A device that is lost throws a {@link studio.parley.problem.Problem} of kind DEVICE.
 */
public interface AudioOut extends AutoCloseable {
    /** Queues samples; blocks while the queue is full, and returns before they are heard. */
    void play(float[] mono);

    /** How many frames {@link #play} takes now without blocking. The playing thread, every few milliseconds: keeps the clock right. */
    int room();

    /** How many of the frames played since opening or the last {@link #flush} were heard by now. Any thread; never falls. */
    long heardFrames();

    /** Blocks until everything queued was heard; playing may go on afterwards. */
    void drain();

    /** Silent at once: forgets what is queued, and returns how many frames were heard. Counting begins again at 0. */
    long flush();

    /** What this is, in words. */
    String describe();

    /** Stops at once; a blocked {@link #play} returns. Any thread. */
    @Override
    void close();
}
