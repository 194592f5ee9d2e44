package studio.parley.ui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.parley.io.Disk;
import studio.parley.studio.Outputs;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Export;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.export.FileNames;
import studio.parley.studio.export.WordSource;
import studio.parley.studio.project.LineIssues;
import studio.parley.studio.transcription.TakeTranscriber;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.ProjectSession;

/** The export dialog: what to write, where, and which lines are not ready. */
final class ExportDialog {
    private static final String FOLDER = "export.folder";
    private final ProjectSession session;
    private final FileDialogs choosers;
    private final ExportForm form = new ExportForm();
    private final PresetList presets;
    private final TextField folder = new TextField();
    private final ExportIssueList unready = new ExportIssueList();
    private final ExportProgress progress;
    private final Label trouble = Controls.label("", "bad", "small");
    private final ModalDialog sheet;
    private final Button write;
    private final Button first;
    private final Button cancel;
    /** The export is done: only its result is shown. */
    private boolean written;
    private Subscription following = Subscription.EMPTY;

    ExportDialog(ProjectSession session, FileDialogs choosers) {
        this.session = session;
        this.choosers = choosers;
        this.presets = new PresetList(session.services(), form);
        folder.setId("export-folder");
        folder.setText(session.services().preferences().path(FOLDER).orElse(session.project().folder().root().resolveSibling("Exports"))
                .resolve(session.project().folder().root().getFileName().toString().replaceFirst("\\.parley$", "")).toString());
        var body = new BorderPane();
        sheet = new ModalDialog(Messages.of("export.title"), body);
        progress = new ExportProgress(session, sheet);
        fill(body);
        sheet.getStyleClass().add("wide");
        write = sheet.button("export-write", Messages.of("export.write"), this::write);
        first = sheet.button("export-render", Messages.of("export.renderFirst"), this::render);
        cancel = sheet.cancel();
        sheet.onClosed(this::ended);
        form.onChange(this::changed);
        folder.textProperty().subscribe((was, is) -> changed());
    }

    private void fill(BorderPane body) {
        folder.setAccessibleText(Messages.of("export.folder"));
        form.add("export.folder", Controls.folder(folder, Messages.of("export.folder"), choosers));
        var all = new VBox(14, form, trouble, unready);
        all.getStyleClass().add("export-form");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        body.setCenter(scroll);
        body.setLeft(presets);
        body.setBottom(progress);
    }

    void show(Scene scene) {
        ModalDialog.size((BorderPane) sheet.getCenter(), scene, session.services().theme(), 900, 600);
        presets.choose();
        following = session.documentProperty().subscribe(d -> look());
        look();
        sheet.over(scene);
        presets.requestFocus();
    }

    /** Lines that are not ready, found on a background thread because it reads files. */
    private void look() {
        var document = session.document();
        var defaults = session.speech().defaults();
        var heard = session.hearing().takes();
        session.services().notices().attempt("unready lines").work(() -> LineIssues.forExport(document, session.project().folder(), defaults, heard), found -> {
            unready.show(found);
            check();
        });
    }

    /** The settings differ from what was written. */
    private void changed() {
        written = false;
        progress.hide();
        check();
    }

    private void check() {
        var preset = form.preset();
        var parts = session.arrangement().parts();
        var title = session.document().conversation().title();
        form.preview(parts.isEmpty() ? "" : Messages.of("export.preview", FileNames.of(preset.template(), title, parts.subList(0, 1)).values().iterator().next() + ".wav"));
        var wrong = parts.isEmpty() ? Messages.of("export.nothing") : preset.parts().isEmpty() ? Messages.of("export.noParts") : place().isEmpty() ? Messages.of("export.noFolder") : "";
        trouble.setText(wrong);
        trouble.setManaged(!wrong.isEmpty());
        buttons(!wrong.isEmpty());
    }

    /** The main button: export, or when that is done, close. */
    private void buttons(boolean wrong) {
        write.setText(Messages.of(written ? "shell.done" : unready.isEmpty() ? "export.write" : "export.anyway"));
        write.setDisable(!written && (wrong || progress.isRunning()));
        first.setDisable(progress.isRunning());
        Visibility.show(!written && !unready.renderable().isEmpty(), first);
        Visibility.show(!written, cancel);
    }

    private Optional<Path> place() {
        return folder.getText().isBlank() ? Optional.empty() : Disk.path(folder.getText().strip()).filter(Path::isAbsolute);
    }

    private void render() {
        session.speech().render(unready.renderable(), 1);
        session.services().notices().info(Messages.of("export.rendering", unready.renderable().size()));
        sheet.close();
    }

    private void write() {
        if (written) {
            sheet.close();
            return;
        }
        var to = place().orElseThrow();
        var parent = to.getParent();
        session.services().preferences().put(FOLDER, parent == null ? to.toString() : parent.toString());
        presets.remember();
        var document = session.document();
        ExportPreset preset = form.preset();
        progress.run(to, report -> export(document, preset, to, report), done -> {
            written = done;
            check();
            if (done) write.requestFocus();
        });
        check();
    }

    /** On another thread. */
    private Export.Outcome export(Document document, ExportPreset preset, Path to, DoubleConsumer report) {
        var directories = session.services().directories();
        var clipStore = session.project().clipStore();
        boolean words = preset.parts().contains(ExportPreset.Part.WORDS) && session.services().preferences().settings().ears();
        try (var outputs = new Outputs(directories); var source = words ? TakeTranscriber.source(directories, document, clipStore) : WordSource.NONE) {
            var export = new Export(document, clipStore, preset, to, source, report);
            outputs.reading(session.project().folder(), document).folder(to, export.names());
            return export.outcome();
        }
    }

    private void ended() {
        following.unsubscribe();
        progress.cancel();
    }
}
