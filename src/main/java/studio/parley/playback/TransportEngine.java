package studio.parley.playback;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.problem.Problem;

/**
 * The state of the {@link Transport}, and what its thread does next, behind one lock that is never held while audio is read or played. A
 * request that changes the output makes the device's queue stale: it is flushed first, and playback continues from the frame that was
 * really played last. Positions are frames of the source.
 */
abstract sealed class TransportEngine permits Transport {
    private static final int POLL_MILLIS = 5;
    private static final double GRAIN_SECONDS = 0.06;

    final PlaybackSpeed speed = new PlaybackSpeed();
    final PlaybackCursor cursor = new PlaybackCursor();
    final OutputQueue output;
    AudioSource source = AudioSource.empty(24_000);
    /** The previous source, until a piece of the new one crossfades from it. */
    @Nullable AudioSource fadesFrom;
    /** The device's queue must be flushed; then the cursor moves to {@link #target}, or to the last played position if that is negative. */
    boolean stale;
    long target = -1;
    /** Where stop returns to. */
    long origin;
    /** A frame to scrub at; negative: none. */
    long grain = -1;
    boolean waitsForSound;
    boolean closed;
    private final RebufferPolicy rebuffer = new RebufferPolicy();
    private final ArrayDeque<TransportEvent> events = new ArrayDeque<>();
    private final int pieceFrames;
    private TransportState state = TransportState.STOPPED;
    /** There was silence just before the next piece. */
    private boolean begins = true;
    /** Counts requests: a piece that was read for an older state is not played. */
    private long version;

    TransportEngine(AudioOutFactory factory, int pieceFrames) {
        this.output = new OutputQueue(factory);
        this.pieceFrames = pieceFrames;
    }

    // The steps of requests; the caller holds the lock.

    final boolean isRunning() {
        return state.isRunning();
    }

    final boolean isStopped() {
        return state instanceof TransportState.Stopped;
    }

    /** Sets the state and notifies the listener. */
    final void setState(TransportState next) {
        if (next.equals(state)) return;
        state = next;
        events.add(new TransportEvent.Changed(next));
    }

    /** Wakes the thread to handle requests. */
    final void changed() {
        version++;
        notifyAll();
    }

    /** Moves the playhead; negative: to the last played position. */
    final void jump(long frame) {
        stale = true;
        target = frame;
        changed();
    }

    /** Playback begins after silence. */
    final void start() {
        grain = -1;
        output.starting();
        if (!output.isUnused()) stale = true;
        rebuffer.restart();
        begins = true;
    }

    final void run() {
        setState(new TransportState.Playing(speed.step()));
        changed();
    }

    final void halt(TransportState to, long frame) {
        speed.endShuttle();
        jump(frame);
        setState(to);
    }

    // For any thread.

    public final synchronized TransportState state() {
        return state;
    }

    /** The frame that is playing now; cheap, never jumps back during forward playback except for a loop or a seek. */
    public final synchronized long position() {
        return target >= 0 ? target : output.heardAt(cursor.at()).whole();
    }

    public final synchronized AudioSource source() {
        return source;
    }

    // For the transport's thread.

    /** The read position, for queries to the source; null while nothing plays. */
    final synchronized @Nullable SourcePosition readPosition() {
        return isRunning() ? cursor.at() : null;
    }

    /** What was played since the last call. */
    final synchronized List<float[]> takeHeard() {
        return output.takeHeard();
    }

    /** The next task, given the current status of the source; waits a few milliseconds, or until a request, if there is none. */
    @SuppressWarnings("WaitNotInLoop") // The transport's thread calls this in a loop and decides anew each time.
    final synchronized TransportTask next(@Nullable SourceStatus status) throws InterruptedException {
        var task = decide(status);
        if (task != null) return task;
        if (isRunning() || grain >= 0) wait(POLL_MILLIS);
        else wait();
        return TransportTask.Signal.LOOK;
    }

    private @Nullable TransportTask decide(@Nullable SourceStatus status) {
        var device = output.device();
        if (!events.isEmpty()) return new TransportTask.Notify(events.remove());
        if (closed) return device == null ? TransportTask.Signal.QUIT : close(device);
        if (stale) return flush(device);
        if (output.takeReopen() && device != null) return close(device);
        if (grain >= 0) return grain(device);
        if (!isRunning()) return null;
        if (status == null || status.source() != source || !status.at().equals(cursor.at())) return TransportTask.Signal.LOOK;
        return piece(status, device);
    }

    private TransportTask close(AudioOut device) {
        output.release();
        return new TransportTask.Close(device);
    }

    private TransportTask flush(@Nullable AudioOut device) {
        if (device != null && !output.isUnused()) {
            output.freezeClock(0);
            return new TransportTask.Flush(device);
        }
        flushed(0);
        return TransportTask.Signal.LOOK;
    }

    private @Nullable TransportTask grain(@Nullable AudioOut device) {
        if (device == null) return new TransportTask.Open(output.factory(), source.rate());
        if (!output.isHeard(source.rate() / 50)) return null;
        return new TransportTask.Play(device, source, null, new SourcePosition(grain, 0), 0, false, (int) (source.rate() * GRAIN_SECONDS), true, version);
    }

    private @Nullable TransportTask piece(SourceStatus asHeard, @Nullable AudioOut device) {
        double step = speed.step();
        boolean stretched = speed.keepsPitch();
        var status = stretched ? asHeard.without(TimeStretch.ahead(source.rate())) : asHeard;
        if (step == 1) cursor.roundToFrame();
        boolean waiting = waitsForSound && step > 0;
        if (waiting && mustWait(status)) return null;
        if (cursor.ended(step, status.length())) return end();
        int count = cursor.untilJump(step, status.length(), stretched ? 2 * pieceFrames : pieceFrames);
        if (waiting && status.ready() > cursor.at().frame()) count = (int) Math.min(count, Math.max(1, status.untilReady() / step));
        if (count == 0) {
            cursor.advance(0, step);
            return TransportTask.Signal.LOOK;
        }
        if (device == null) return new TransportTask.Open(output.factory(), source.rate());
        if (!output.accepts(count)) return null;
        setState(new TransportState.Playing(step));
        return new TransportTask.Play(device, source, fadesFrom, cursor.at(), step, stretched, count, begins, version);
    }

    private boolean mustWait(SourceStatus status) {
        if (!status.unfinished() && rebuffer.isEnough(status.ahead(), source.rate(), System.nanoTime())) return false;
        if (output.isHeard(0)) {
            rebuffer.underrun();
            setState(TransportState.WAITING);
        }
        return true;
    }

    private @Nullable TransportTask end() {
        if (!output.isHeard(0)) return null;
        halt(TransportState.STOPPED, speed.isShuttling() ? -1 : origin);
        return TransportTask.Signal.LOOK;
    }

    final synchronized void opened(AudioOutFactory.Opened opened) {
        output.opened(opened).ifPresent(n -> events.add(new TransportEvent.Notice(n)));
    }

    /** The device was flushed after so many played frames. */
    final synchronized void flushed(long heard) {
        output.freezeClock(heard);
        if (target >= 0) cursor.jump(target);
        else cursor.moveTo(output.heardAt(cursor.at()));
        output.clear();
        target = -1;
        stale = false;
        begins = true;
        fadesFrom = null;
    }

    /** Whether this piece, read meanwhile, is still wanted; then it counts as submitted to the device. */
    final synchronized boolean submitPiece(TransportTask.Play piece, float[] samples) {
        if (piece.version() != version) return false;
        output.add(piece.from(), piece.step(), samples);
        if (piece.step() == 0) grain = -1;
        else cursor.advance(piece.count(), piece.step());
        begins = false;
        fadesFrom = null;
        return true;
    }

    /** Playback failed; returns the device to be closed if it is the cause. */
    final synchronized @Nullable AudioOut failed(Problem problem, boolean byDevice) {
        events.add(new TransportEvent.Trouble(problem));
        setState(TransportState.PAUSED);
        grain = -1;
        if (target < 0) cursor.moveTo(output.heardAt(cursor.at()));
        if (!byDevice) {
            jump(target < 0 ? cursor.at().whole() : target);
            return null;
        }
        output.clear();
        var device = output.device();
        output.release();
        return device;
    }
}
