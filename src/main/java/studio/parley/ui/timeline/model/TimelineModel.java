package studio.parley.ui.timeline.model;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ExpectedTimeline;
import studio.parley.ui.session.ProjectSession;

/**
 * The shared state of the timeline's parts: the session, the viewport, the options, and the edit that is previewed while dragging. No
 * nodes. JavaFX thread only.
 */
public final class TimelineModel {
    private final ProjectSession session;
    private final Viewport viewport = new Viewport();
    private final TimelineOptions options;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private @Nullable TimelineSnapshot shown;
    private Optional<Edit> trial = Optional.empty();
    private double fullScale = 0.5;
    private Map<String, OverlapRows.Row> rows = Map.of();
    private @Nullable Arrangement rowsOf;

    public TimelineModel(ProjectSession session) {
        this.session = session;
        this.options = new TimelineOptions(session.services().preferences());
        session.documentProperty().addListener((o, was, is) -> invalidate());
    }

    public ProjectSession session() {
        return session;
    }

    public Viewport viewport() {
        return viewport;
    }

    public TimelineOptions options() {
        return options;
    }

    /** Counts up when {@link #shown} changes. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** What is drawn: the session's arrangement, or while an edit is previewed, that of its result. */
    public TimelineSnapshot shown() {
        var here = shown;
        if (here == null) {
            here = trial.map(this::tried).orElseGet(() ->
                    TimelineSnapshot.of(session.document(), session.arrangement(), session.expected(), TimelineSnapshot.speaking(session.document()), rows()));
            shown = here;
        }
        return here;
    }

    private TimelineSnapshot tried(Edit edit) {
        Document result = edit.change().apply(session.document());
        // The tracks stay during a drag: a clip that leaves its track must not make it disappear under the mouse.
        var arrangement = Arrangement.of(result, ProjectSession.RATE);
        return TimelineSnapshot.of(result, arrangement, ExpectedTimeline.of(result, arrangement), TimelineSnapshot.speaking(session.document()), OverlapRows.of(arrangement));
    }

    /** Those of the current document; typing does not change them. */
    private Map<String, OverlapRows.Row> rows() {
        if (rowsOf != session.sound()) rows = OverlapRows.of(session.arrangement());
        rowsOf = session.sound();
        return rows;
    }

    /** Shows the result of an edit without applying it. */
    public void preview(Edit edit) {
        trial = Optional.of(edit);
        invalidate();
    }

    /** Whether something is being dragged. */
    public boolean isTrying() {
        return trial.isPresent();
    }

    /** Back to the current document. */
    public void cancelPreview() {
        if (trial.isEmpty()) return;
        trial = Optional.empty();
        invalidate();
    }

    /** Applies the previewed edit, as a separate step of the history, however soon after another. */
    public void commit() {
        var edit = trial;
        trial = Optional.empty();
        shown = null;
        edit.filter(e -> !e.change().apply(session.document()).equals(session.document())).ifPresent(e -> session.edit(Edit.of(e.label(), e.change())));
        invalidate();
    }

    /** The amplitude that fills a clip from top to bottom. */
    public double fullScale() {
        return fullScale;
    }

    /** Zooms into quiet waveforms. */
    public void fullScale(double amplitude) {
        fullScale = Math.clamp(amplitude, 0.01, 1);
        invalidate();
    }

    private void invalidate() {
        shown = null;
        version.set(version.get() + 1);
    }
}
