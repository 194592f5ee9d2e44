package studio.parley.playback;

import java.util.List;

/**
 * Plays a {@link AudioSource} through an {@link AudioOut}, gapless and sample-true: the device is handed exactly what the source reads.
 * Every method may be called from any thread, returns at once and takes effect in the order called; {@link #state} and
 * {@link #position} answer at once as if it had taken effect already.
 */
public final class Transport implements AutoCloseable {
    private static final double RAMP_MILLIS = 3;

    private final LevelMeter meter = new LevelMeter();
    private final TransportController deck;

    /** With de-click ramps of 3 ms where play begins in the middle of a sound. The device is opened at the first play. */
    public Transport(AudioOutFactory opener, TransportListener listener) {
        this(opener, listener, RAMP_MILLIS);
    }

    /** {@code rampMillis} 0 hands over the source's samples and nothing else, for tests. */
    public Transport(AudioOutFactory opener, TransportListener listener, double rampMillis) {
        this(opener, listener, rampMillis, 240);
    }

    /** {@code pieceFrames}: how many frames are read at a time. */
    Transport(AudioOutFactory opener, TransportListener listener, double rampMillis, int pieceFrames) {
        this.deck = new TransportController(opener, pieceFrames);
        Thread.ofPlatform().daemon().name("parley-transport").priority(Thread.MAX_PRIORITY)
                .start(new TransportThread(deck, listener, meter, rampMillis / 1000));
    }

    /**
     * Plays on from the playhead, at the speed of {@link #rate}; after {@link #pause} inside a range, the rest of that range; at the
     * end, from the beginning. While a shuttle runs, back to the normal speed.
     */
    public void play() {
        deck.play();
    }

    /** Plays one span, once or round and round; afterwards the playhead is back where it was before. Nothing when it is empty. */
    public void playRange(long from, long to, boolean loop) {
        if (to > Math.max(0, from)) playSpans(List.of(new FrameRange(Math.max(0, from), to)), loop);
    }

    /** The same with several spans in a row without a gap: what it would sound like with the parts between them cut out. */
    public void playSpans(List<FrameRange> spans, boolean loop) {
        deck.playSpans(spans, loop);
    }

    /** Holds; the playhead stays where sound stopped. */
    public void pause() {
        deck.pause();
    }

    /** Stops; the playhead returns to where play began. */
    public void stop() {
        deck.stop();
    }

    /** Stops; the playhead stays here. */
    public void stopHere() {
        deck.stopHere();
    }

    /** Moves the playhead, not before 0; playing goes on from there, and a later {@link #stop} returns to there. */
    public void seek(long frame) {
        deck.seek(frame);
    }

    /**
     * From now on, whoever plays forwards up to {@code to} from before it goes on at {@code from}. Ranges are not concerned; an empty
     * loop is none.
     */
    public void loop(long from, long to) {
        deck.loop(to > Math.max(0, from) ? new FrameRange(Math.max(0, from), to) : null);
    }

    public void noLoop() {
        deck.loop(null);
    }

    /** Speed at the same pitch: 1 as recorded, 0.5 to 2. Stays until changed; whether it plays does not change. */
    public void rate(double rate) {
        deck.rate(rate);
    }

    /**
     * The J ({@code -1}) and L ({@code +1}) keys: plays in this direction, forwards at the speed of {@link #rate} first; each further
     * press doubles the speed up to four times. Beyond twice as fast and backwards, pitch changes as on a tape. Ends with play, pause
     * (the K key) or stop; at the end of the sound the playhead stays there.
     */
    public void shuttle(int direction) {
        deck.shuttle(Integer.signum(direction));
    }

    /** Lets 60 ms from this frame on be heard and puts the playhead there; pauses when playing. The newest of many wins. */
    public void scrub(long frame) {
        deck.scrub(frame);
    }

    /**
     * Replaces the sound, also while playing: from the next frame not yet handed to the device on (under 0.1 s ahead), without a gap,
     * and without a click where both sound alike there.
     */
    public void source(AudioSource source) {
        deck.source(source);
    }

    /** Whether playing waits for sound that is not rendered yet instead of playing the gap. Off at first. */
    public void waitForSound(boolean wait) {
        deck.waits(wait);
    }

    /** Another device from now on; what is playing moves over to it. */
    public void device(AudioOutFactory opener) {
        deck.device(opener);
    }

    public TransportState state() {
        return deck.state();
    }

    /** The frame that is heard now; cheap, never jumps back while playing forwards except for a loop or a seek. */
    public long position() {
        return deck.shown();
    }

    public AudioSource source() {
        return deck.source();
    }

    /** Levels of what is heard now. */
    public LevelMeter meter() {
        return meter;
    }

    /** Stops and gives the device back; afterwards nothing has an effect. */
    @Override
    public void close() {
        deck.close();
    }
}
