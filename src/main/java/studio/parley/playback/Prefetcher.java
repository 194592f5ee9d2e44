package studio.parley.playback;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lets the source prepare the next seconds, on a virtual thread, one at a time. */
final class Prefetcher {
    private static final int SECONDS = 2;

    private final AtomicBoolean busy = new AtomicBoolean();
    private @Nullable AudioSource source;
    private long from;
    private long to;

    /** Reading is at this frame now. */
    void readAt(AudioSource now, long frame) {
        long half = SECONDS * now.rate() / 2;
        boolean covered = now == source && frame >= from && frame + half <= to;
        if (covered || !busy.compareAndSet(false, true)) return;
        source = now;
        from = frame;
        to = frame + 2 * half;
        Thread.ofVirtual().name("parley-prepare").start(() -> prepare(now, frame, frame + 2 * half));
    }

    private void prepare(AudioSource now, long first, long last) {
        try {
            now.prepare(first, last);
        } catch (RuntimeException e) {
            // Reading it will fail in the same way, and report it then.
        } finally {
            busy.set(false);
        }
    }
}
