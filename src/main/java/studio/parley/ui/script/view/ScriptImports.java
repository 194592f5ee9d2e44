package studio.parley.ui.script.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.script.imports.ImportDialog;
import studio.parley.ui.script.imports.ImportModel;
import studio.parley.ui.script.imports.ImportPreview;
import studio.parley.ui.script.model.LineActions;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.session.ProjectSession;

/** The ways to import a script: typed or pasted, from a file, dropped, again from the same file. */
record ScriptImports(ProjectSession session, ScriptModel model, ScriptView view, FileDialogs choosers) {
    static final List<String> ENDINGS = List.of("*.txt", "*.md", "*.markdown", "*.fountain", "*.spmd", "*.csv", "*.tsv", "*.srt", "*.vtt");
    private static final String SOURCE = "script.source.";

    /** The content of the clipboard, after the selected lines. */
    void clipboard() {
        var text = Clipboard.getSystemClipboard().getString();
        text(text == null ? "" : text, gap());
    }

    /** Asks for a file. */
    void open() {
        choosers.file(view.getScene().getWindow(), Messages.of("script.import.title"), ENDINGS).ifPresent(f -> file(f, gap()));
    }

    /** The current version of the script's file; asks for one if there is none. */
    void again() {
        var known = session.services().preferences().path(key()).filter(Files::isRegularFile);
        var file = known.or(() -> choosers.file(view.getScene().getWindow(), Messages.of("script.import.title"), ENDINGS));
        file.ifPresent(f -> {
            var made = new ImportModel(session, Optional.of(f), gap());
            made.decide(!session.document().lines().isEmpty());
            show(made, "");
        });
    }

    void file(Path file, int gap) {
        show(new ImportModel(session, Optional.of(file), gap), "");
    }

    void text(String text, int gap) {
        show(new ImportModel(session, Optional.empty(), gap), text);
    }

    private int gap() {
        return new LineActions(model).gap();
    }

    private void show(ImportModel made, String text) {
        model.stopEditing();
        new ImportDialog(session, made, text, this::land, this::open).show(view.getScene());
    }

    private void land(ImportModel made) {
        var shown = made.previewProperty().get().orElseThrow();
        var ids = made.land();
        made.file().ifPresent(f -> session.services().preferences().put(key(), f.toAbsolutePath().toString()));
        session.services().notices().info(made.updatingProperty().get()
                ? Messages.of("script.import.updated", shown.count(ImportPreview.Kind.SAME) + shown.count(ImportPreview.Kind.MOVED))
                : Messages.of("script.import.landed", ids.size()));
        ids.stream().findFirst().ifPresent(model::select);
        view.takeFocus();
    }

    private String key() {
        return SOURCE + Integer.toHexString(session.project().folder().root().toString().hashCode());
    }
}
