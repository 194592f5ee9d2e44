package studio.parley.playback.device;

/** Where sound is recorded from: a microphone, or memory in tests. Mono. One thread reads. */
public interface AudioIn extends AutoCloseable {
    int rate();

    /** Blocks until some frames are there and copies them; how many, or -1 at the end. A Problem when the device is lost. */
    int read(float[] into);

    /** Stops at once; a blocked {@link #read} returns -1. Any thread. */
    @Override
    void close();
}
