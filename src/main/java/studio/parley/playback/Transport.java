package studio.parley.playback;

import java.util.List;

/**
 * Plays a {@link Source} through an {@link AudioOut}, gapless and sample-true: the device is handed exactly what the source reads.
 * Every method may be called from any thread, returns at once and takes effect in the order called; {@link #state} and
 * {@link #position} answer at once as if it had taken effect already.
 */
public final class Transport implements AutoCloseable {
    private final Meter meter;
    private volatile TransportState state = TransportState.STOPPED;
    private volatile long position;

    /** With de-click ramps of 3 ms where play begins in the middle of a sound. The device is opened at the first play. */
    public Transport(Opener opener, TransportListener listener) {
        this(opener, listener, 3);
    }

    /** {@code rampMillis} 0 hands over the source's samples and nothing else, for tests. */
    public Transport(Opener opener, TransportListener listener, double rampMillis) {
        this.meter = new Meter(24_000);
    }

    /** Plays on from the playhead; after {@link #pause} inside a range, the rest of that range. Nothing while playing at rate 1. */
    public void play() {
        state = new TransportState.Playing(1);
    }

    /** Plays one span, once or round and round; afterwards the playhead is back where it was before. */
    public void playRange(long from, long to, boolean loop) {
        playSpans(List.of(new Span(from, to)), loop);
    }

    /** The same with several spans in a row without a gap: what it would sound like with the parts between them cut out. */
    public void playSpans(List<Span> spans, boolean loop) {
        state = new TransportState.Playing(1);
    }

    /** Holds; the playhead stays where sound stopped. */
    public void pause() {
        state = TransportState.PAUSED;
    }

    /** Stops; the playhead returns to where play began. */
    public void stop() {
        state = TransportState.STOPPED;
    }

    /** Stops; the playhead stays here. */
    public void stopHere() {
        state = TransportState.STOPPED;
    }

    /** Moves the playhead (clamped to the source); playing goes on from there. */
    public void seek(long frame) {
        position = frame;
    }

    /** From now on, whoever plays forwards up to {@code to} from before it goes on at {@code from}. */
    public void loop(long from, long to) {}

    public void noLoop() {}

    /** Speed: 1 as recorded, 2 twice as fast and higher, -1 backwards; -4 to 4; 0 pauses. Stays until changed; {@link #stop} sets 1. */
    public void rate(double rate) {}

    /** Lets a grain of 60 ms at this frame be heard and puts the playhead there; pauses when playing. The newest of many wins. */
    public void scrub(long frame) {
        position = frame;
    }

    /** Replaces the sound, also while playing: from the next frame not yet handed to the device on (under 0.1 s ahead). */
    public void source(Source source) {}

    /** Whether playing waits for sound that is not rendered yet instead of playing the gap. Off at first. */
    public void waitForSound(boolean wait) {}

    /** Another device from now on; what is playing moves over to it. */
    public void device(Opener opener) {}

    public TransportState state() {
        return state;
    }

    /** The frame that is heard now; cheap, never jumps back while playing forwards except for a loop or a seek. */
    public long position() {
        return position;
    }

    public Source source() {
        return Source.empty(24_000);
    }

    /** Levels of what is heard now. */
    public Meter meter() {
        return meter;
    }

    /** Stops and gives the device back. */
    @Override
    public void close() {}
}
