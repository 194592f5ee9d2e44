package studio.parley.playback;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.parley.audio.loudness.LevelMeter;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.AudioOutFactory;

/**
 * Plays an {@link AudioSource} through an {@link AudioOut}, gapless and sample-accurate: the device gets exactly what the source returns.
 * Every method may be called from any thread, returns at once and takes effect in the order called; {@link #state} and {@link #position}
 * return at once as if it had taken effect already. Positions are frames of the source.
 */
public final class Transport extends TransportEngine implements AutoCloseable {
    private static final double RAMP_MILLIS = 3;

    private final LevelMeter meter = new LevelMeter();

    /**
     * With de-click ramps of 3 ms where playback begins inside a clip. The device is opened on first use. The listener is called on the
     * transport's own thread, in order; it must return at once.
     */
    public Transport(AudioOutFactory factory, Consumer<TransportEvent> listener) {
        this(factory, listener, RAMP_MILLIS);
    }

    /** {@code rampMillis} 0 submits the source's samples and nothing else, for tests. */
    public Transport(AudioOutFactory factory, Consumer<TransportEvent> listener, double rampMillis) {
        this(factory, listener, rampMillis, 240);
    }

    /** {@code pieceFrames}: how many frames are read at a time. */
    Transport(AudioOutFactory factory, Consumer<TransportEvent> listener, double rampMillis, int pieceFrames) {
        super(factory, pieceFrames);
        Thread.ofPlatform().daemon().name("parley-transport").priority(Thread.MAX_PRIORITY)
                .start(new TransportThread(this, listener, meter, new PlaybackReader(rampMillis / 1000)));
    }

    /**
     * Plays from the playhead, at the chosen {@link #speed}; after {@link #pause} inside a range, the rest of that range. During a shuttle
     * it returns to that speed.
     */
    public synchronized void play() {
        speed.endShuttle();
        if (!isRunning()) {
            if (isStopped()) leaveRanges();
            start();
        }
        run();
    }

    /**
     * Plays these ranges in a row without a gap, once or in a loop: how it would sound with the parts between them cut out. Afterwards the
     * playhead returns to where it was. Does nothing if there are none.
     */
    public synchronized void playRanges(List<FrameRange> ranges, boolean repeat) {
        if (ranges.isEmpty()) return;
        if (isStopped()) origin = position();
        speed.endShuttle();
        follow(ranges, repeat, ranges.getFirst().from());
        start();
        run();
    }

    /** Pauses; the playhead stays where playback stopped. */
    public synchronized void pause() {
        if (isRunning()) halt(TransportState.PAUSED, target);
    }

    /** Stops; the playhead returns to where playback began. */
    public synchronized void stop() {
        if (!isStopped()) halt(TransportState.STOPPED, origin);
    }

    /** Stops; the playhead stays here. */
    public synchronized void stopHere() {
        if (!isStopped()) halt(TransportState.STOPPED, target);
    }

    /** Moves the playhead, not before 0; playback continues from there, and a later {@link #stop} returns to there. */
    public synchronized void seek(long frame) {
        origin = Math.max(0, frame);
        grain = -1;
        jump(origin);
    }

    /**
     * From now on, forward playback that reaches the end of this range from before it continues at its start; none: no loop.
     * {@link #playRanges} is not affected.
     */
    public synchronized void loop(Optional<FrameRange> range) {
        cursor.loop(range.orElse(null));
        // The queued audio may already be beyond the new end, or may have jumped back at the old one.
        if (isRunning()) stale = true;
        changed();
    }

    /** Speed at the same pitch: 1 is normal, 0.5 to 2. Stays until changed; the state is not changed. */
    public synchronized void speed(double times) {
        speed.choose(times);
        if (isRunning()) run();
    }

    /**
     * The J ({@code -1}) and L ({@code +1}) keys: plays in this direction, forwards at the chosen {@link #speed} first; each further press
     * doubles the speed up to four times. Above double speed and backwards, pitch changes as on a tape. Ends with play, pause (the K key)
     * or stop; at the end of the source the playhead stays there.
     */
    public synchronized void shuttle(int direction) {
        if (direction == 0) return;
        boolean runs = isRunning();
        if (isStopped()) leaveRanges();
        speed.shuttle(Integer.signum(direction), runs ? speed.step() : 0);
        if (!runs) start();
        run();
    }

    /** The speed of a shuttle that plays, negative if backwards; 0 if there is none. */
    public synchronized double shuttleSpeed() {
        return isRunning() ? speed.shuttle() : 0;
    }

    /** Plays 60 ms from this frame on and moves the playhead there; pauses playback. Of many calls the newest wins. */
    public synchronized void scrub(long frame) {
        grain = Math.max(0, frame);
        if (isStopped()) origin = grain;
        boolean sounds = isRunning();
        if (sounds) setState(TransportState.PAUSED);
        if (sounds || stale) jump(grain);
        else cursor.jump(grain);
        changed();
    }

    /**
     * Replaces the source, also during playback: from the next frame not yet submitted to the device on (under 0.1 s ahead), without a gap,
     * and without a click if both are equal there.
     */
    public synchronized void source(AudioSource next) {
        if (next.rate() != source.rate()) {
            output.reopen();
            stale = true;
        } else if (isRunning() && fadesFrom == null) {
            fadesFrom = source;
        }
        source = next;
        changed();
    }

    /** Whether playback waits for audio that is not rendered yet instead of playing the gap. Off by default. */
    public synchronized void waitForSound(boolean wait) {
        waitsForSound = wait;
        changed();
    }

    /** Another device from now on; current playback moves to it. */
    public synchronized void device(AudioOutFactory factory) {
        output.choose(factory);
        stale = true;
        changed();
    }

    /** Plays from the playhead through the whole source, and will return to here. */
    private void leaveRanges() {
        origin = position();
        follow(List.of(), false, origin);
    }

    private void follow(List<FrameRange> ranges, boolean repeat, long from) {
        cursor.setRoute(ranges, repeat);
        jump(from);
    }

    /** Current output levels. */
    public LevelMeter meter() {
        return meter;
    }

    /** Stops and releases the device; afterwards nothing has an effect. */
    @Override
    public synchronized void close() {
        closed = true;
        changed();
    }
}
