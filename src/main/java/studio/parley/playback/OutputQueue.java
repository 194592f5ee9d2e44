package studio.parley.playback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.AudioOutFactory;

/**
 * The output device: which one to open, the open one, and which part of the source is in its queue. Guarded by the {@link TransportEngine}.
 */
final class OutputQueue {
    /** Frames submitted to the device, and their position in the source; {@code step} 0 is a grain. */
    private record Piece(long begin, SourcePosition from, double step, float[] samples) {
        long end() {
            return begin + samples.length;
        }
    }

    private AudioOutFactory factory;
    /** The open device is not the right one any more. */
    private boolean reopen;
    /** The notice about the open device: it replaces another one. */
    private String notice = "";
    private @Nullable AudioOut device;
    /** What was submitted and is not collected yet. */
    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    /** Frames submitted since the queue was last empty, and how many of them are in {@code untaken} or were taken. */
    private long end;
    private long collected;
    private final List<float[]> untaken = new ArrayList<>();
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
        return heard() + frames >= end;
    }

    boolean isUnused() {
        return end == 0;
    }

    /** The position that is playing now; {@code next}, the position after everything that was submitted, when all was played or during a grain. */
    SourcePosition heardAt(SourcePosition next) {
        long heard = heard();
        for (var p : pieces) if (heard < p.end()) return p.step() == 0 ? next : p.from().plus(Math.max(0, heard - p.begin()) * p.step());
        return next;
    }

    void add(SourcePosition from, double step, float[] samples) {
        pieces.add(new Piece(end, from, step, samples));
        end += samples.length;
    }

    /** Until {@link #clear} the playhead stands still, after at least this many played frames. */
    void freezeClock(long atLeast) {
        frozen = Math.max(heard(), atLeast);
    }

    /** The device's queue is empty. */
    void clear() {
        collect();
        pieces.clear();
        end = 0;
        collected = 0;
        frozen = -1;
    }

    /** What was played since the last call, except grains, for the meters. The playing thread: the device is asked for its position. */
    List<float[]> takeHeard() {
        if (device != null) device.available();
        collect();
        var all = List.copyOf(untaken);
        untaken.clear();
        return all;
    }

    private void collect() {
        long heard = heard();
        while (!pieces.isEmpty() && collected < heard) {
            var p = pieces.peekFirst();
            int from = (int) (collected - p.begin());
            int to = (int) (Math.min(heard, p.end()) - p.begin());
            if (p.step() != 0) untaken.add(Arrays.copyOfRange(p.samples(), from, to));
            collected = p.begin() + to;
            if (collected == p.end()) pieces.removeFirst();
        }
    }
}
