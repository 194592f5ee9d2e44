package studio.parley.ui.timeline;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Edit;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.Expected;
import studio.parley.ui.desk.Desk;

/**
 * What the timeline's parts share: the desk, the viewport, the options, and the edit that is being tried while the mouse drags. No
 * nodes. JavaFX thread only.
 */
final class TimelineModel {
    private final Desk desk;
    private final Viewport viewport = new Viewport();
    private final Options options;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private @Nullable Shown shown;
    private Optional<Edit> trial = Optional.empty();
    private double loudest = 0.5;
    private Map<String, Rows.Row> rows = Map.of();
    private @Nullable Arrangement rowsOf;

    TimelineModel(Desk desk) {
        this.desk = desk;
        this.options = new Options(desk.tools().preferences());
        desk.documentProperty().addListener((o, was, is) -> forget());
    }

    Desk desk() {
        return desk;
    }

    Viewport viewport() {
        return viewport;
    }

    Options options() {
        return options;
    }

    /** Counts up when {@link #shown} became another. */
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** What is to be drawn: the desk's arrangement, or while an edit is tried, that of its result. */
    Shown shown() {
        var here = shown;
        if (here == null) {
            here = trial.map(this::tried).orElseGet(() ->
                    Shown.of(desk.document(), desk.arrangement(), desk.expected(), Shown.speaking(desk.document()), rows()));
            shown = here;
        }
        return here;
    }

    private Shown tried(Edit edit) {
        Document result = edit.change().apply(desk.document());
        // The tracks stay while somebody drags: a clip that leaves its track must not make it vanish under the mouse.
        var arrangement = Arrangement.of(result, Desk.RATE);
        return Shown.of(result, arrangement, Expected.of(result, arrangement), Shown.speaking(desk.document()), Rows.of(arrangement));
    }

    /** Those of what is; words that are typed leave them as they are. */
    private Map<String, Rows.Row> rows() {
        if (rowsOf != desk.sound()) rows = Rows.of(desk.arrangement());
        rowsOf = desk.sound();
        return rows;
    }

    /** Shows what an edit would do, without doing it. */
    void attempt(Edit edit) {
        trial = Optional.of(edit);
        forget();
    }

    /** Whether something is being dragged. */
    boolean isTrying() {
        return trial.isPresent();
    }

    /** Back to what is. */
    void abandon() {
        if (trial.isEmpty()) return;
        trial = Optional.empty();
        forget();
    }

    /** Does the edit that is tried, as one step of the history, however soon after another. */
    void commit() {
        var edit = trial;
        trial = Optional.empty();
        shown = null;
        edit.filter(e -> !e.change().apply(desk.document()).equals(desk.document())).ifPresent(e -> desk.edit(Edit.of(e.label(), e.change())));
        forget();
    }

    /** The amplitude that fills a clip from top to bottom. */
    double loudest() {
        return loudest;
    }

    /** Zooms into quiet waveforms. */
    void loudest(double amplitude) {
        loudest = Math.clamp(amplitude, 0.01, 1);
        forget();
    }

    private void forget() {
        shown = null;
        version.set(version.get() + 1);
    }
}
