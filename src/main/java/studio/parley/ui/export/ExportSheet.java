package studio.parley.ui.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.parley.io.Disk;
import studio.parley.studio.Outputs;
import studio.parley.studio.export.Export;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.export.FileNames;
import studio.parley.studio.export.Unready;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Choosers;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Sheet;
import studio.parley.ui.kit.Texts;
import studio.parley.ui.kit.Visibility;

/** What to write, where, and what is not ready for it. */
final class ExportSheet {
    private static final String FOLDER = "export.folder";
    private final Desk desk;
    private final Choosers choosers;
    private final ExportForm form = new ExportForm();
    private final PresetList presets;
    private final TextField folder = new TextField();
    private final UnreadyList unready = new UnreadyList();
    private final ExportProgress progress;
    private final Label trouble = new Label();
    private final Sheet sheet;
    private final Button write;
    private final Button first;
    private final Button cancel;
    /** What was asked for is written: there is nothing left to do but to look at it. */
    private boolean written;
    private Subscription following = Subscription.EMPTY;

    ExportSheet(Desk desk, Choosers choosers) {
        this.desk = desk;
        this.choosers = choosers;
        this.presets = new PresetList(desk.tools(), form);
        folder.setId("export-folder");
        folder.setText(desk.tools().preferences().path(FOLDER).orElse(desk.project().folder().root().resolveSibling("Exports"))
                .resolve(desk.project().folder().root().getFileName().toString().replaceFirst("\\.parley$", "")).toString());
        trouble.getStyleClass().addAll("bad", "small");
        var body = new BorderPane();
        sheet = new Sheet(Texts.of("export.title"), body);
        progress = new ExportProgress(desk, sheet);
        fill(body);
        sheet.getStyleClass().add("wide");
        write = sheet.button("export-write", Texts.of("export.write"), this::write);
        first = sheet.button("export-render", Texts.of("export.renderFirst"), this::render);
        cancel = sheet.cancel();
        sheet.onClosed(this::ended);
        form.onChange(this::changed);
        folder.textProperty().subscribe((was, is) -> changed());
    }

    private void fill(BorderPane body) {
        var choose = new Button(Texts.of("settings.choose"));
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setOnAction(e -> choosers.folder(folder.getScene().getWindow(), Texts.of("export.folder"), Optional.empty()).ifPresent(p -> folder.setText(p.toString())));
        HBox.setHgrow(folder, Priority.ALWAYS);
        folder.setAccessibleText(Texts.of("export.folder"));
        form.add("export.folder", new HBox(8, folder, choose));
        var all = new VBox(14, form, trouble, unready);
        all.getStyleClass().add("export-form");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        body.setCenter(scroll);
        body.setLeft(presets);
        body.setBottom(progress);
    }

    void show(Scene scene) {
        Sheet.size((BorderPane) sheet.getCenter(), scene, desk.tools().look(), 900, 600);
        presets.choose();
        following = desk.documentProperty().subscribe(d -> look());
        look();
        sheet.over(scene);
        presets.requestFocus();
    }

    /** What is not ready, from the disk, off this thread. */
    private void look() {
        var document = desk.document();
        var defaults = desk.speech().defaults();
        FxThread.work(() -> Unready.in(document, desk.project().shelf(), defaults.delivery(), defaults.model()), found -> {
            unready.show(found);
            check();
        }, desk.tools().notices()::trouble);
    }

    /** Something else is asked for than was written. */
    private void changed() {
        written = false;
        progress.hide();
        check();
    }

    private void check() {
        var preset = form.preset();
        var parts = desk.arrangement().parts();
        var title = desk.document().conversation().title();
        form.preview(parts.isEmpty() ? "" : Texts.of("export.preview", FileNames.of(preset.template(), title, parts.subList(0, 1)).values().iterator().next() + ".wav"));
        var wrong = parts.isEmpty() ? Texts.of("export.nothing") : preset.parts().isEmpty() ? Texts.of("export.noParts") : place().isEmpty() ? Texts.of("export.noFolder") : "";
        trouble.setText(wrong);
        trouble.setManaged(!wrong.isEmpty());
        buttons(!wrong.isEmpty());
    }

    /** What to press next: export, or when that is done, done. */
    private void buttons(boolean wrong) {
        write.setText(Texts.of(written ? "shell.done" : unready.isEmpty() ? "export.write" : "export.anyway"));
        write.setDisable(!written && (wrong || progress.isRunning()));
        first.setDisable(progress.isRunning());
        Visibility.show(!written && !unready.renderable().isEmpty(), first);
        Visibility.show(!written, cancel);
    }

    private Optional<Path> place() {
        return folder.getText().isBlank() ? Optional.empty() : Disk.path(folder.getText().strip()).filter(Path::isAbsolute);
    }

    private void render() {
        desk.speech().render(unready.renderable(), 1);
        desk.tools().notices().info(Texts.of("export.rendering", unready.renderable().size()));
        sheet.close();
    }

    private void write() {
        if (written) {
            sheet.close();
            return;
        }
        var to = place().orElseThrow();
        var parent = to.getParent();
        desk.tools().preferences().put(FOLDER, parent == null ? to.toString() : parent.toString());
        presets.remember();
        var document = desk.document();
        ExportPreset preset = form.preset();
        progress.run(to, told -> {
            var export = new Export(document, desk.project().shelf(), preset, to, told);
            try (var outputs = new Outputs(desk.tools().places())) {
                outputs.reading(desk.project().folder(), document).folder(to, export.names());
                return export.outcome();
            }
        }, done -> {
            written = done;
            check();
            if (done) write.requestFocus();
        });
        check();
    }

    private void ended() {
        following.unsubscribe();
        progress.cancel();
    }
}
