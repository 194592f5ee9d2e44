package studio.parley.playback.device;

/**
 * An audio output: an audio device, nothing, or memory. Mono samples at the rate it was opened with. One thread writes; methods for any
 * thread say so. A lost device throws a {@link studio.parley.problem.Problem} of kind DEVICE.
 */
public interface AudioOut extends AutoCloseable {
    /** Queues samples; blocks while the queue is full, and returns before they are played. */
    void write(float[] mono);

    /** How many frames {@link #write} takes now without blocking. The writing thread, every few milliseconds: keeps the clock right. */
    int available();

    /** How many of the frames written since opening or the last {@link #flush} have been played. Any thread; never decreases. */
    long heardFrames();

    /** Silent at once: drops the queue, and returns how many frames were played. Counting starts again at 0. */
    long flush();

    /** Stops at once; a blocked {@link #write} returns. Any thread. */
    @Override
    void close();
}
