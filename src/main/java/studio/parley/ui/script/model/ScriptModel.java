package studio.parley.ui.script.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.session.ProjectSession;

/** The state of the script view: the order of lines, the selection, the edited line. No nodes. JavaFX thread only. */
public final class ScriptModel {
    /** A position in a line's text. */
    public record Caret(String line, int at) {}

    private final ProjectSession session;
    private final ReadOnlyObjectWrapper<List<String>> ids = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Caret>> caret = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private boolean lost;
    private Optional<String> anchor = Optional.empty();

    public ScriptModel(ProjectSession session) {
        this.session = session;
        session.documentProperty().subscribe(this::read);
    }

    private void read(Document document) {
        var lines = document.lines();
        var before = ids.get();
        boolean same = before.size() == lines.size();
        for (int i = 0; same && i < lines.size(); i++) same = before.get(i).equals(lines.get(i).id());
        if (!same) ids.set(lines.stream().map(Line::id).toList());
        if (caret.get().filter(c -> document.line(c.line()).isEmpty()).isPresent()) {
            lost = true;
            caret.set(Optional.empty());
            Platform.runLater(() -> lost = false);
        }
    }

    /** Whether the edited line has just been removed (by undo), so that editing continues at the selection. */
    public boolean hasLostItsLine() {
        return lost;
    }

    public ProjectSession session() {
        return session;
    }

    public Document document() {
        return session.document();
    }

    public ReadOnlyObjectProperty<List<String>> idsProperty() {
        return ids.getReadOnlyProperty();
    }

    /** The caret position, if a line is edited; set again whenever a command places the caret. */
    public ReadOnlyObjectProperty<Optional<Caret>> caretProperty() {
        return caret.getReadOnlyProperty();
    }

    /** Whether the script scrolls during playback. */
    public BooleanProperty followingProperty() {
        return following;
    }

    public Optional<String> current() {
        return session.focusedLine().map(Line::id);
    }

    public boolean isSelected(String line) {
        return session.selection().lines().contains(line);
    }

    /** The selected lines, else the current one. */
    public List<String> chosen() {
        var selected = session.selectedLines().stream().map(Line::id).toList();
        return selected.isEmpty() ? current().stream().toList() : selected;
    }

    public void select(String line) {
        anchor = Optional.of(line);
        stopEditing();
        session.select(Selection.of(line));
    }

    /** From the start of the selection to this line. */
    public void extend(String line) {
        int from = ids.get().indexOf(anchor.filter(ids.get()::contains).or(this::current).orElse(line));
        int to = ids.get().indexOf(line);
        if (from < 0 || to < 0) return;
        stopEditing();
        session.select(ids.get().subList(Math.min(from, to), Math.max(from, to) + 1), Optional.of(line));
    }

    /** Adds to or removes from the selection. */
    public void toggle(String line) {
        var lines = new ArrayList<>(session.selection().lines());
        if (!lines.remove(line)) lines.add(line);
        anchor = Optional.of(line);
        stopEditing();
        session.select(lines, Optional.of(line));
    }

    public void selectAll() {
        stopEditing();
        session.select(ids.get(), current());
    }

    public void step(int by, boolean extend) {
        if (ids.get().isEmpty()) return;
        int at = current().map(ids.get()::indexOf).orElse(by > 0 ? -1 : ids.get().size());
        var to = ids.get().get(Math.clamp(at + by, 0, ids.get().size() - 1));
        if (extend) extend(to);
        else select(to);
    }

    /** Starts editing a line. */
    public void edit(String line, int at) {
        lost = false;
        anchor = Optional.of(line);
        if (!session.selection().equals(Selection.of(line))) session.select(Selection.of(line));
        if (!session.project().isReadOnly()) caret.set(Optional.of(new Caret(line, at)));
    }

    public void stopEditing() {
        caret.set(Optional.empty());
    }
}
