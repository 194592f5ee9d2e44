package studio.parley.ui.session;

import java.util.Collection;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.likeness.TakeVoices;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.project.hearing.HearingEvent;
import studio.parley.studio.project.hearing.HearingPace;
import studio.parley.studio.project.hearing.TakeHearing;
import studio.parley.ui.kit.FxThread;

/** Hears the takes of the open project in the background, unless the user has switched this off, as properties. JavaFX thread only. */
public final class HearingController implements AutoCloseable {
    /** The cause of notifications about hearing that fails. */
    private static final String CAUSE = "hearing";
    private final ProjectSession session;
    private final ReadOnlyIntegerWrapper heard = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final HeardTakes takes;
    private final TakeFindings findings;
    private Optional<TakeHearing> hearing = Optional.empty();
    private boolean closed;

    HearingController(ProjectSession session) {
        this.session = session;
        this.findings = new TakeFindings(session, this);
        this.takes = new HeardTakes(session.words(), TakeVoices.of(session.project().folder(), session.services().directories(), 1));
    }

    /** Begins with what is there. */
    void open() {
        session.soundProperty().subscribe(now -> settingsChanged());
    }

    /** Starts or stops, as the user's settings say now. */
    public void settingsChanged() {
        if (closed) return;
        boolean isWanted = kept().isPresent();
        if (isWanted && hearing.isEmpty()) hearing = Optional.of(start());
        if (!isWanted) stop();
        hearing.ifPresent(TakeHearing::look);
        count();
    }

    /** Where to keep what is heard; empty if the user has switched this off. Any thread. */
    Optional<HeardTakes> kept() {
        return session.services().preferences().settings().ears() ? Optional.of(takes) : Optional.empty();
    }

    private TakeHearing start() {
        return new TakeHearing(session.project(), takes.analyses(session.services().directories()), new HearingPace(session.speech()::needsProcessor), FxThread.executor(), this::on);
    }

    private void stop() {
        session.services().notices().settled(CAUSE);
        hearing.ifPresent(TakeHearing::shutdown);
        hearing = Optional.empty();
    }

    /** New takes of a line: they come first. */
    void arrived(String line, Collection<String> takes) {
        hearing.ifPresent(h -> h.arrived(line, takes));
        count();
    }

    /** All takes of a line are listed: those that are not used and not known yet are heard, too. */
    public void listed(Line line) {
        if (line.takes().size() > 1) arrived(line.id(), line.takes().stream().map(Take::id).toList());
    }

    private void on(HearingEvent event) {
        if (closed) return;
        switch (event) {
            case HearingEvent.Heard h -> {
                session.services().notices().settled(CAUSE);
                h.lines().stream().flatMap(l -> session.document().line(l).stream()).flatMap(l -> l.takes().stream()).forEach(t -> session.spokenWords().heard(t.clip()));
                heard.set(heard.get() + 1);
            }
            case HearingEvent.Trouble(var problem) -> session.services().notices().trouble(CAUSE, problem, null);
        }
        count();
    }

    private void count() {
        waiting.set(hearing.map(TakeHearing::waiting).orElse(0));
    }

    /** Changes whenever more was heard. */
    public ReadOnlyIntegerProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /** Takes that are still to be heard. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What was heard in all takes of a line. */
    public TakeFindings findings() {
        return findings;
    }

    /** What was heard in takes; without their voices if the user has switched hearing off. What it returns is for any thread. */
    public HeardTakes takes() {
        return hearing.isPresent() ? takes : new HeardTakes(takes.words(), Optional.empty());
    }

    @Override
    public void close() {
        closed = true;
        hearing.ifPresent(TakeHearing::close);
        hearing = Optional.empty();
    }
}
