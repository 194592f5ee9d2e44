package studio.parley.ui.desk;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.parley.audio.Pcm;

/**
 * What is heard: the transport over the project's {@link studio.parley.studio.export.Rendering}, in seconds, as properties.
 * JavaFX thread only.
 */
public final class Player implements AutoCloseable {
    /** A stretch of the timeline in seconds. */
    public record Span(double from, double to) {}

    private final Desk desk;
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Span>> loop = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            position.set(position.get() + 1 / 60.0);
            if (position.get() >= length()) stop();
        }
    };

    Player(Desk desk) {
        this.desk = desk;
    }

    /** Seconds; moves every pulse while playing. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public double position() {
        return position.get();
    }

    /** Seconds until the end of the last sound. */
    public double length() {
        var arrangement = desk.arrangementProperty().get();
        return arrangement.seconds(arrangement.length());
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The stretch that is repeated, if any. */
    public ReadOnlyObjectProperty<Optional<Span>> loopProperty() {
        return loop.getReadOnlyProperty();
    }

    /** From the playhead on. */
    public void play() {
        playing.set(true);
        timer.start();
    }

    /** Stays where it is. */
    public void pause() {
        playing.set(false);
        timer.stop();
    }

    /** Returns to where playing began. */
    public void stop() {
        pause();
    }

    /** Play, or stop and return (Space). */
    public void toggle() {
        if (playing.get()) stop();
        else play();
    }

    public void seek(double seconds) {
        position.set(Math.max(0, seconds));
    }

    /** Plays a stretch once. */
    public void playRange(double from, double to) {
        seek(from);
        play();
    }

    public void loop(Optional<Span> span) {
        loop.set(span);
    }

    /** 1 is normal, negative is backwards (J, K, L). */
    public void rate(double rate) {}

    /** A short grain of what is at a place, while the playhead is dragged. */
    public void scrub(double seconds) {
        seek(seconds);
    }

    /** Plays something that is not on the timeline: a reference clip, a take by itself. Playing the timeline stops. */
    public void audition(Pcm sound) {}

    @Override
    public void close() {
        timer.stop();
    }
}
