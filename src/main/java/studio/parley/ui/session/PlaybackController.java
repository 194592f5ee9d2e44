package studio.parley.ui.session;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.loudness.LevelMeter;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.AudioSource;
import studio.parley.playback.FrameRange;
import studio.parley.playback.Transport;
import studio.parley.playback.TransportEvent;
import studio.parley.playback.device.AudioDevices;
import studio.parley.studio.export.Arrangement;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Notices.Remedy;

/**
 * Playback: the transport over the project's {@link studio.parley.studio.export.MixRenderer}, in seconds, as properties; and a second
 * transport for auditions, which play instead of it. JavaFX thread only.
 */
public final class PlaybackController implements AutoCloseable {
    /** The cause of notifications about playback that fails: they disappear when something plays, or with another output. */
    private static final String CAUSE = "playback";
    private final ProjectSession session;
    private final Notices notices;
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyDoubleWrapper shuttle = new ReadOnlyDoubleWrapper();
    private final ReadOnlyIntegerWrapper jumps = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<TimeRange>> loop = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Transport transport;
    private final Transport audition;
    private Optional<AwaitedLine> awaited = Optional.empty();
    private final AnimationTimer clock = new AnimationTimer() {
        @Override
        public void handle(long now) {
            position.set(seconds(transport.position()));
        }
    };

    PlaybackController(ProjectSession session) {
        this.session = session;
        this.notices = session.services().notices();
        this.transport = new Transport(session.services().sound(), event -> {
            report(event);
            if (event instanceof TransportEvent.Changed) FxThread.run(this::update);
        });
        this.audition = new Transport(session.services().sound(), this::report);
        transport.waitForSound(true);
    }

    // What is played.

    /** The project's audio has changed, or other lines are about to be rendered. */
    void sourceChanged() {
        awaited = awaitedLine();
        transport.source(awaited.map(line -> line.source(session)).orElseGet(() -> new TimelineSource(session.rendering())));
    }

    /** Other lines are queued or being rendered. */
    void queueChanged() {
        if (!awaited.equals(awaitedLine())) sourceChanged();
    }

    private Optional<AwaitedLine> awaitedLine() {
        return AwaitedLine.from(transport.position(), session);
    }

    // What is shown.

    /** On the transport's thread. */
    private void report(TransportEvent event) {
        switch (event) {
            case TransportEvent.Notice n -> notices.warn(n.sentence());
            case TransportEvent.Trouble t -> notices.trouble(CAUSE, t.problem(),
                    new Remedy(Messages.of("session.chooseOutput"), () -> session.services().commands().run("view.sound")));
            case TransportEvent.Changed c -> { }
        }
    }

    private void update() {
        boolean runs = transport.state().isRunning();
        playing.set(runs);
        shuttle.set(transport.shuttleSpeed());
        if (runs) notices.settled(CAUSE);
        if (runs) clock.start();
        else clock.stop();
        position.set(seconds(transport.position()));
    }

    private void jumped() {
        update();
        jumps.set(jumps.get() + 1);
    }

    /** Seconds; advances every pulse during playback. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** The clips under the playhead, the one that began last at the end; empty if nothing plays. */
    public List<Arrangement.Part> sounding() {
        if (!playing.get()) return List.of();
        var arrangement = session.arrangement();
        double frame = position.get() * arrangement.rate();
        return arrangement.parts().stream().filter(p -> p.start() <= frame && frame < p.end()).toList();
    }

    public double position() {
        return position.get();
    }

    /** Counts up when the playhead is moved by a command, even to the same position; not during playback. */
    public ReadOnlyIntegerProperty jumpsProperty() {
        return jumps.getReadOnlyProperty();
    }

    /** Seconds until the end of the last clip. */
    public double length() {
        var arrangement = session.arrangement();
        return arrangement.seconds(arrangement.length());
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The loop, if any. */
    public ReadOnlyObjectProperty<Optional<TimeRange>> loopProperty() {
        return loop.getReadOnlyProperty();
    }

    /** The playback speed, at the original pitch: 0.5 to 2. */
    public ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** The speed of {@link #shuttle}, negative if backwards; 0 if it does not play. */
    public ReadOnlyDoubleProperty shuttleProperty() {
        return shuttle.getReadOnlyProperty();
    }

    /** Current output levels. */
    public LevelMeter meter() {
        return transport.meter();
    }

    // Methods with the same name as in Transport are documented there.

    /** From the playhead on; from the start if it is at the end and no line is awaited there. */
    public void play() {
        audition.stop();
        boolean again = !playing.get() && awaitedLine().isEmpty() && position.get() >= length() - 0.01;
        if (again) transport.seek(0);
        transport.play();
        if (again) jumped();
        else update();
    }

    /** Pauses. */
    public void pause() {
        transport.pause();
        update();
    }

    /** Returns to where playback began; if it is stopped already, to the start of the loop or of everything. */
    public void stop() {
        audition.stop();
        if (!playing.get()) transport.seek(frames(loop.get().map(TimeRange::from).orElse(0.0)));
        transport.stop();
        jumped();
    }

    /** Stops; the playhead stays here. */
    public void stopHere() {
        transport.stopHere();
        update();
    }

    public void seek(double seconds) {
        transport.seek(frames(seconds));
        jumped();
    }

    /** Plays a range once; the playhead returns. Does nothing if it is empty. */
    public void playRange(double from, double to) {
        if (to > from) playRanges(List.of(new TimeRange(Math.max(0, from), to)));
    }

    /** Plays ranges once, in a row, as if the parts between were cut out; the playhead returns. */
    public void playRanges(List<TimeRange> ranges) {
        audition.stop();
        transport.playRanges(ranges.stream().flatMap(r -> frames(r).stream()).toList(), false);
        jumped();
    }

    public void loop(Optional<TimeRange> range) {
        loop.set(range);
        transport.loop(range.flatMap(PlaybackController::frames));
    }

    /** Sets the speed; the state is not changed. */
    public void speed(double times) {
        speed.set(Math.clamp(times, TimeStretch.SLOWEST, TimeStretch.FASTEST));
        transport.speed(speed.get());
        audition.speed(speed.get());
        update();
    }

    /** J ({@code -1}) and L ({@code 1}): plays in this direction, each further press doubles the speed, up to four times. */
    public void shuttle(int direction) {
        if (length() == 0) return;
        audition.stop();
        transport.shuttle(direction);
        update();
    }

    /** A short grain at a position, while the playhead is dragged. */
    public void scrub(double seconds) {
        transport.scrub(frames(seconds));
        update();
    }

    /** Plays something that is not on the timeline: a reference clip, a single take. Timeline playback pauses. */
    public void audition(Pcm sound) {
        pause();
        audition.stop();
        audition.source(AudioSource.of(sound));
        audition.seek(0);
        audition.play();
    }

    /** The same with a source that changes during playback, in a loop until {@link #stopAudition}: takes compared in their place. */
    public void auditionLoop(AudioSource source) {
        pause();
        audition.stop();
        audition.source(source);
        if (source.length() > 0) audition.playRanges(List.of(new FrameRange(0, source.length())), true);
    }

    /** Whether {@link #audition} is playing. */
    public boolean isAuditioning() {
        return audition.state().isRunning();
    }

    public void stopAudition() {
        audition.stop();
    }

    /** Another output from now on; empty: the system default. */
    public void device(Optional<String> name) {
        notices.settled(CAUSE);
        transport.device(AudioDevices.factory(name));
        audition.device(AudioDevices.factory(name));
    }

    private static long frames(double seconds) {
        return Math.max(0, Math.round(seconds * ProjectSession.RATE));
    }

    /** Empty if it is shorter than a frame. */
    private static Optional<FrameRange> frames(TimeRange range) {
        long from = frames(range.from());
        long to = frames(range.to());
        return to > from ? Optional.of(new FrameRange(from, to)) : Optional.empty();
    }

    private static double seconds(long frames) {
        return (double) frames / ProjectSession.RATE;
    }

    @Override
    public void close() {
        clock.stop();
        audition.close();
        transport.close();
    }
}
