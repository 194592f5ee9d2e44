package studio.parley.playback.device;

/** An audio input: a microphone, or memory in tests. Mono. One thread reads. */
public interface AudioIn extends AutoCloseable {
    int rate();

    /** Blocks until frames are available and copies them; returns how many, or -1 at the end. A Problem if the device is lost. */
    int read(float[] into);

    /** Stops at once; a blocked {@link #read} returns -1. Any thread. */
    @Override
    void close();
}
