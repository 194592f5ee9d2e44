package studio.parley.playback.device;

/**
 * Where sound goes: the sound card, nowhere, or memory. Mono samples at the rate it was opened with. One thread writes; what any
 * thread may do says so. A device that is lost throws a {@link studio.parley.problem.Problem} of kind DEVICE.
 */
public interface AudioOut extends AutoCloseable {
    /** Queues samples; blocks while the queue is full, and returns before they are heard. */
    void write(float[] mono);

    /** How many frames {@link #write} takes now without blocking. The writing thread, every few milliseconds: keeps the clock right. */
    int available();

    /** How many of the frames written since opening or the last {@link #flush} were heard by now. Any thread; never falls. */
    long heardFrames();

    /** Silent at once: forgets what is queued, and returns how many frames were heard. Counting begins again at 0. */
    long flush();

    /** Stops at once; a blocked {@link #write} returns. Any thread. */
    @Override
    void close();
}
