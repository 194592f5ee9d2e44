package studio.parley.playback;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.AudioOutFactory;

/** The device: which one to open, the open one, and what of the source lies in its queue. Guarded by the {@link TransportEngine}. */
final class OutputQueue {
    private AudioOutFactory factory;
    /** The open device is not the right one any more. */
    private boolean reopen;
    /** What the user was told about the open device: it stands in for another one. */
    private String notice = "";
    private @Nullable AudioOut device;
    private final PlayedHistory history = new PlayedHistory();
    /** Frames heard when a flush began; negative while there is none. */
    private long frozen = -1;

    OutputQueue(AudioOutFactory factory) {
        this.factory = factory;
    }

    AudioOutFactory factory() {
        return factory;
    }

    /** From now on this one. */
    void choose(AudioOutFactory next) {
        factory = next;
        reopen = true;
    }

    /** The device is needed at another rate. */
    void reopen() {
        reopen = true;
    }

    /** Playing begins: a device that only stands in for another one is replaced if it can be. */
    void starting() {
        reopen |= !notice.isEmpty();
    }

    /** Whether to close the open one; once. */
    boolean takeReopen() {
        boolean now = reopen;
        reopen = false;
        return now;
    }

    /** Returns what to tell the user, unless it is what they were told last. */
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

    /** Everything handed over was heard, but for so many frames. */
    boolean isHeard(long frames) {
        return heard() + frames >= history.end();
    }

    boolean isUnused() {
        return history.end() == 0;
    }

    /** The place of what is heard now, {@code next} being the place after all that was handed over. */
    SourcePosition heardAt(SourcePosition next) {
        return history.at(heard(), next);
    }

    void add(SourcePosition from, double step, float[] samples) {
        history.add(from, step, samples);
    }

    /** From now until {@link #clear} the playhead stands still, at this many frames heard at least. */
    void freezeClock(long atLeast) {
        frozen = Math.max(heard(), atLeast);
    }

    /** The device's queue is empty. */
    void clear() {
        history.clear(heard());
        frozen = -1;
    }

    /** What was heard since this was asked last, for the meters. The playing thread: a sound card is asked how far it is. */
    List<float[]> takeHeard() {
        if (device != null) device.available();
        return history.takeHeard(heard());
    }
}
