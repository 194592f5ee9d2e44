package studio.parley.ui.settings;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.ProjectSession;

/** The settings of one project; every change is a step that can be undone. */
final class ProjectDialog {
    private final ProjectSession session;

    ProjectDialog(ProjectSession session) {
        this.session = session;
    }

    void show(Scene scene) {
        var scroll = new ScrollPane(form());
        scroll.setFitToWidth(true);
        ModalDialog.size(scroll, scene, session.services().theme(), 700, 560);
        var sheet = new ModalDialog(Messages.of("settings.project"), scroll);
        sheet.button("close", Messages.of("shell.done"), sheet::close);
        sheet.over(scene);
    }

    private SettingsForm form() {
        var document = session.document();
        var settings = document.settings();
        var delivery = document.conversation().delivery();
        var usual = session.speech().defaults().delivery();
        var mark = new CheckBox(Messages.of("settings.watermark"));
        mark.setId("watermark");
        mark.setSelected(settings.watermark());
        mark.setOnAction(e -> change("Watermark", s -> s.withWatermark(mark.isSelected())));
        return new SettingsForm()
                .row(Messages.of("settings.name"), text("project-title", document.conversation().title(), t -> session.edit(ProjectEdits.title(t))))
                .row(Messages.of("settings.author"), text("project-author", settings.author(), t -> change("Author",
                        s -> s.withAuthor(t.strip()))))
                .row(Messages.of("settings.hears"), listening(settings.listening()), Messages.of("settings.hears.words"))
                .row(Messages.of("settings.temperature"), NumberField.of("project-temperature", delivery.temperature(), 0, 2, 2, usual.temperature(),
                        v -> deliver(d -> new Delivery(v, d.topK(), d.maxMillis(), d.seed()))), Messages.of("settings.temperature.words"))
                .row(Messages.of("settings.topK"), NumberField.of("project-topk", asDouble(delivery.topK()), 1, 2000, 0, asDouble(usual.topK()),
                        v -> deliver(d -> new Delivery(d.temperature(), v == null ? null : v.intValue(), d.maxMillis(), d.seed()))), Messages.of("settings.topK.words"))
                .row(Messages.of("settings.seed"), NumberField.of("project-seed", (double) settings.seed(), 0, 9_007_199_254_740_991.0, 0, null,
                        v -> change("Seed", s -> s.withSeed(v == null ? 0 : v.longValue()))),
                        Messages.of("settings.seed.words"))
                .row(Messages.of("settings.duck"), NumberField.of("project-duck", settings.duckDb(), -60, 0, 1, null, v -> {
                    if (v != null) session.edit(ProjectEdits.duck(v));
                }), Messages.of("settings.duck.words"))
                .row(Messages.of("settings.retries"), retries(settings.wordRetries()), Messages.of("settings.retries.words"))
                .row(Messages.of("settings.marking"), mark, Messages.of("settings.watermark.words"));
    }

    private static @Nullable Double asDouble(@Nullable Integer value) {
        return value == null ? null : Double.valueOf(value);
    }

    private void change(String label, UnaryOperator<ProjectSettings> change) {
        session.edit(ProjectEdits.settings(label, change.apply(session.document().settings())));
    }

    private void deliver(UnaryOperator<Delivery> change) {
        session.edit(ProjectEdits.delivery(change.apply(session.document().conversation().delivery())));
    }

    private static TextField text(String id, String value, java.util.function.Consumer<String> changed) {
        var field = new TextField(value);
        field.setId(id);
        field.textProperty().subscribe((was, is) -> changed.accept(is));
        return field;
    }

    private ChoiceBox<Integer> retries(int now) {
        var box = new ChoiceBox<Integer>();
        box.setId("project-retries");
        box.getItems().setAll(Stream.of(0, 1, 3, 5, now).distinct().toList());
        box.setConverter(ChoiceBoxes.words(most -> Messages.of("settings.retries.times", most)));
        box.setValue(now);
        box.setOnAction(e -> change("Retries", s -> s.withWordRetries(box.getValue())));
        return box;
    }

    private ChoiceBox<ContextSelection.Preset> listening(ContextSelection.Preset now) {
        var box = new ChoiceBox<ContextSelection.Preset>();
        box.setId("project-listening");
        box.getItems().setAll(ContextSelection.Preset.values());
        box.setConverter(ChoiceBoxes.words(preset -> Messages.of("settings.hears." + preset.name().toLowerCase(Locale.ROOT))));
        box.setValue(now);
        box.setOnAction(e -> change("Context", s -> s.with(box.getValue())));
        return box;
    }
}
