package studio.parley.playback;

import studio.parley.audio.pcm.Pcm;

/**
 * Audio by position, as the {@link Transport} reads it: mono, at one rate, the same samples bit for bit in whatever pieces and order it is
 * read. {@link #read} is called on the transport's thread and should return within some milliseconds; what takes longer (loading clips)
 * belongs in {@link #prepare}, which runs at the same time on another thread. A Problem thrown by {@code read} ends playback with
 * {@link TransportEvent.Trouble}.
 */
public interface AudioSource {
    /** Frames per second. */
    int rate();

    /** Frames so far; may grow while a line is being rendered, never shrinks (edited audio is another source). */
    long length();

    /** {@code count} frames from {@code from} on, exactly that many; silence outside 0 .. {@link #length}. */
    Pcm read(long from, int count);

    /**
     * The first frame from {@code from} on that is not final yet; the transport waits there if requested ({@link Transport#waitForSound}).
     * All existing frames are final unless a source says otherwise.
     */
    default long readyUntil(long from) {
        return length();
    }

    /** Whether more frames will be added at the end. */
    default boolean growing() {
        return false;
    }

    /** Called about two seconds before these frames are read, on a helper thread: load now what reading them needs. May take its time. */
    default void prepare(long from, long to) {}

    /** One clip, mixed down to mono. */
    static AudioSource of(Pcm pcm) {
        return new GrowingSource(pcm);
    }

    /** An empty source with this rate. */
    static AudioSource empty(int rate) {
        return of(Pcm.silence(rate, 1, 0));
    }
}
