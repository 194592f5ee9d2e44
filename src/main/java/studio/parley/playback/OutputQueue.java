package studio.parley.playback;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open device, if any, and what of the source lies in its queue. Guarded by the {@link TransportController}. */
final class OutputQueue {
    private @Nullable AudioOut out;
    private PlayedHistory tape = new PlayedHistory();
    private final List<float[]> late = new ArrayList<>();
    /** Frames heard when a flush began; negative while there is none. */
    private long frozen = -1;
    /** Frames of grains handed over; they are on no tape. */
    private long grains;

    @Nullable AudioOut out() {
        return out;
    }

    void opened(AudioOut device) {
        out = device;
        tape = new PlayedHistory();
        grains = 0;
        frozen = -1;
    }

    /** Gives the device up without touching it. */
    @Nullable AudioOut release() {
        var was = out;
        out = null;
        return was;
    }

    long heard() {
        if (frozen >= 0) return frozen;
        return out == null ? 0 : out.heardFrames();
    }

    boolean hasRoom(int frames) {
        return out != null && out.room() >= frames;
    }

    /** Everything handed over was heard, but for so many frames. */
    boolean empty(long frames) {
        return heard() + frames >= tape.end() + grains;
    }

    boolean untouched() {
        return tape.end() + grains == 0;
    }

    /** The place of what is heard now, {@code next} being the place after all that was handed over. */
    SourcePosition at(SourcePosition next) {
        return grains > 0 ? next : tape.at(heard(), next);
    }

    void add(SourcePosition from, double step, float[] samples) {
        tape.add(from, step, samples);
    }

    void addGrain(int frames) {
        grains += frames;
    }

    /** From now until {@link #settle} the playhead stands still. */
    void freeze() {
        frozen = heard();
    }

    /** The device was flushed after this many frames. */
    void freezeAt(long heard) {
        frozen = Math.max(frozen, heard);
    }

    /** The queue is empty; counting begins anew. */
    void settle() {
        late.addAll(tape.take(heard()));
        tape = new PlayedHistory();
        grains = 0;
        frozen = -1;
    }

    /** What was heard since this was asked last, for the meters. The playing thread: a sound card is asked how far it is. */
    List<float[]> take() {
        if (out != null) out.room();
        var all = new ArrayList<>(late);
        late.clear();
        all.addAll(tape.take(heard()));
        return all;
    }
}
