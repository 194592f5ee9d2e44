package studio.parley.playback;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.AudioOutFactory;

/**
 * The output device: which one to open, the open one, and which part of the source is in its queue. Guarded by the {@link TransportEngine}.
 */
final class OutputQueue {
    private AudioOutFactory factory;
    /** The open device is not the right one any more. */
    private boolean reopen;
    /** The notice about the open device: it replaces another one. */
    private String notice = "";
    private @Nullable AudioOut device;
    private final PlayedHistory history = new PlayedHistory();
    /** Frames played when a flush began; negative if there is none. */
    private long frozen = -1;

    OutputQueue(AudioOutFactory factory) {
        this.factory = factory;
    }

    AudioOutFactory factory() {
        return factory;
    }

    /** Sets the device. */
    void choose(AudioOutFactory next) {
        factory = next;
        reopen = true;
    }

    /** The device is needed at another rate. */
    void reopen() {
        reopen = true;
    }

    /** Playback begins: a substitute device is replaced by the chosen one if possible. */
    void starting() {
        reopen |= !notice.isEmpty();
    }

    /** Whether to close the open one; once. */
    boolean takeReopen() {
        boolean now = reopen;
        reopen = false;
        return now;
    }

    /** Returns the notice for the user, unless it equals the last one. */
    Optional<String> opened(AudioOutFactory.Opened opened) {
        clear();
        device = opened.out();
        var before = notice;
        notice = opened.notice().orElse("");
        return opened.notice().filter(n -> !n.equals(before));
    }

    @Nullable AudioOut device() {
        return device;
    }

    /** Gives the device up without touching it. */
    void release() {
        device = null;
    }

    private long heard() {
        if (frozen >= 0) return frozen;
        return device == null ? 0 : device.heardFrames();
    }

    boolean accepts(int frames) {
        return device != null && device.available() >= frames;
    }

    /** Everything submitted was played, except for so many frames. */
    boolean isHeard(long frames) {
        return heard() + frames >= history.end();
    }

    boolean isUnused() {
        return history.end() == 0;
    }

    /** The position that is playing now, {@code next} being the position after everything that was submitted. */
    SourcePosition heardAt(SourcePosition next) {
        return history.at(heard(), next);
    }

    void add(SourcePosition from, double step, float[] samples) {
        history.add(from, step, samples);
    }

    /** Until {@link #clear} the playhead stands still, after at least this many played frames. */
    void freezeClock(long atLeast) {
        frozen = Math.max(heard(), atLeast);
    }

    /** The device's queue is empty. */
    void clear() {
        history.clear(heard());
        frozen = -1;
    }

    /** What was played since the last call, for the meters. The playing thread: the device is asked for its position. */
    List<float[]> takeHeard() {
        if (device != null) device.available();
        return history.takeHeard(heard());
    }
}
