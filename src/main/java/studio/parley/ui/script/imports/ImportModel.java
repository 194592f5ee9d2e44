package studio.parley.ui.script.imports;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.ScriptPaste;
import studio.parley.studio.document.edit.ScriptPaste.Target;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.ProjectImport;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.studio.voices.ImportedClip;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.session.ProjectSession;

/** A script to be imported: parsed again whenever its text, format or speakers are changed. No nodes. JavaFX thread only. */
public final class ImportModel {
    private final ProjectSession session;
    private final Optional<Path> file;
    private final int gap;
    private final ReadOnlyObjectWrapper<Optional<ImportPreview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final BooleanProperty updating = new SimpleBooleanProperty();
    private final Map<String, Target> cast = new HashMap<>();
    private final PauseTransition rest = new PauseTransition(Duration.millis(120));
    private String text = "";
    private Optional<ScriptFormat> form = Optional.empty();
    private boolean decided;
    private int asked;

    /** @param gap the line before which it is inserted */
    public ImportModel(ProjectSession session, Optional<Path> file, int gap) {
        this.session = session;
        this.file = file;
        this.gap = gap;
        rest.setOnFinished(e -> read());
    }

    public Optional<Path> file() {
        return file;
    }

    int gap() {
        return gap;
    }

    public ReadOnlyObjectProperty<Optional<ImportPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why it cannot be read; empty if it can. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether it replaces the existing script, whose lines keep their takes. */
    public BooleanProperty updatingProperty() {
        return updating;
    }

    public void decide(boolean update) {
        decided = true;
        updating.set(update);
    }

    void text(String now) {
        text = now;
        rest.playFromStart();
    }

    void form(Optional<ScriptFormat> wanted) {
        form = wanted;
        read();
    }

    void cast(Speaker pasted, Target target) {
        cast.put(pasted.name(), target);
        read();
    }

    /** Parses at once, in the background; older results are ignored. */
    void read() {
        rest.stop();
        int now = ++asked;
        var document = session.document();
        var words = text;
        var chosen = form;
        var roles = Map.copyOf(cast);
        if (file.isEmpty() && words.isBlank()) {
            trouble.set("");
            preview.set(Optional.empty());
            return;
        }
        FxThread.work(() -> ImportPreview.of(document, roles(read(document, words, chosen), roles)), made -> {
            if (now == asked) show(made);
        }, thrown -> {
            if (now == asked) failed(thrown);
        });
    }

    private ScriptPaste read(Document document, String words, Optional<ScriptFormat> chosen) {
        if (file.isPresent()) return ScriptPaste.of(document, file.get(), chosen);
        return chosen.map(f -> ScriptPaste.of(document, words, f, Optional.empty())).orElseGet(() -> ScriptPaste.of(document, words, Optional.empty()));
    }

    private static ScriptPaste roles(ScriptPaste read, Map<String, Target> roles) {
        var out = read;
        for (var s : read.pasted().speakers()) if (roles.containsKey(s.name())) out = out.with(s.number(), roles.get(s.name()));
        return out;
    }

    private void show(ImportPreview made) {
        trouble.set("");
        if (!decided) updating.set(made.isNewerState());
        preview.set(Optional.of(made));
    }

    private void failed(Throwable thrown) {
        preview.set(Optional.empty());
        if (thrown instanceof Problem p) trouble.set(String.valueOf(p.getMessage()));
        else session.services().notices().trouble(thrown);
    }

    /** Imports it as one step and returns the ids of new lines. */
    public List<String> land() {
        var shown = preview.get().orElseThrow();
        var document = session.document();
        var voices = file.map(f -> ProjectImport.newVoices(document, shown.diff(), f)).orElse(Map.of());
        var bare = ImportPreview.withoutClips(shown.pasting());
        var ids = updating.get() ? List.<String>of() : bare.ids(document);
        session.edit(updating.get() ? shown.diff().edit() : bare.insert(gap));
        voices.forEach(this::voices);
        return ids;
    }

    private void voices(String speaker, List<Path> clips) {
        var importer = new ClipImporter(session.project().folder());
        session.document().conversation().speakers().stream().filter(s -> s.name().equals(speaker)).findFirst().ifPresent(s -> {
            for (var clip : clips) FxThread.write(() -> importer.file(clip), made -> session.edit(ImportedClip.into(s.number(), List.of(made))),
                    session.services().notices()::trouble);
        });
    }
}
