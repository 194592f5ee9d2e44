package studio.parley.ui.settings;

import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.Listening;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.ProjectSettings;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Choices;
import studio.parley.ui.kit.Sheet;
import studio.parley.ui.kit.Texts;

/** What belongs to one project; every change is a step that undo takes back. */
final class ProjectSheet {
    private final Desk desk;

    ProjectSheet(Desk desk) {
        this.desk = desk;
    }

    void show(Scene scene) {
        var scroll = new ScrollPane(form());
        scroll.setFitToWidth(true);
        Sheet.size(scroll, scene, desk.tools().look(), 700, 560);
        var sheet = new Sheet(Texts.of("settings.project"), scroll);
        sheet.button("close", Texts.of("shell.done"), sheet::close);
        sheet.over(scene);
    }

    private Form form() {
        var document = desk.document();
        var settings = document.settings();
        var delivery = document.conversation().delivery();
        var usual = desk.speech().defaults().delivery();
        var mark = new CheckBox(Texts.of("settings.watermark"));
        mark.setId("watermark");
        mark.setSelected(settings.watermark());
        mark.setOnAction(e -> change("Watermark", s -> new ProjectSettings(s.seed(), s.model(), s.listening(), mark.isSelected(), s.author(), s.duckDb())));
        return new Form()
                .row(Texts.of("settings.name"), text("project-title", document.conversation().title(), t -> desk.edit(ProjectEdits.title(t))))
                .row(Texts.of("settings.author"), text("project-author", settings.author(), t -> change("Author",
                        s -> new ProjectSettings(s.seed(), s.model(), s.listening(), s.watermark(), t.strip(), s.duckDb()))))
                .row(Texts.of("settings.hears"), listening(settings.listening()), Texts.of("settings.hears.words"))
                .row(Texts.of("settings.temperature"), NumberField.of("project-temperature", delivery.temperature(), 0, 2, 2, usual.temperature(),
                        v -> deliver(d -> new Delivery(v, d.topK(), d.maxMillis(), d.seed()))), Texts.of("settings.temperature.words"))
                .row(Texts.of("settings.topK"), NumberField.of("project-topk", asDouble(delivery.topK()), 1, 2000, 0, asDouble(usual.topK()),
                        v -> deliver(d -> new Delivery(d.temperature(), v == null ? null : v.intValue(), d.maxMillis(), d.seed()))), Texts.of("settings.topK.words"))
                .row(Texts.of("settings.seed"), NumberField.of("project-seed", (double) settings.seed(), 0, 9_007_199_254_740_991.0, 0, null,
                        v -> change("Seed", s -> new ProjectSettings(v == null ? 0 : v.longValue(), s.model(), s.listening(), s.watermark(), s.author(), s.duckDb()))),
                        Texts.of("settings.seed.words"))
                .row(Texts.of("settings.duck"), NumberField.of("project-duck", settings.duckDb(), -60, 0, 1, null, v -> {
                    if (v != null) desk.edit(ProjectEdits.duck(v));
                }), Texts.of("settings.duck.words"))
                .row(Texts.of("settings.marking"), mark, Texts.of("settings.watermark.words"));
    }

    private static @Nullable Double asDouble(@Nullable Integer value) {
        return value == null ? null : Double.valueOf(value);
    }

    private void change(String label, UnaryOperator<ProjectSettings> change) {
        desk.edit(ProjectEdits.settings(label, change.apply(desk.document().settings())));
    }

    private void deliver(UnaryOperator<Delivery> change) {
        desk.edit(ProjectEdits.delivery(change.apply(desk.document().conversation().delivery())));
    }

    private static TextField text(String id, String value, java.util.function.Consumer<String> changed) {
        var field = new TextField(value);
        field.setId(id);
        field.textProperty().subscribe((was, is) -> changed.accept(is));
        return field;
    }

    private ChoiceBox<Listening.Preset> listening(Listening.Preset now) {
        var box = new ChoiceBox<Listening.Preset>();
        box.setId("project-listening");
        box.getItems().setAll(Listening.Preset.values());
        box.setConverter(Choices.words(preset -> Texts.of("settings.hears." + preset.name().toLowerCase(Locale.ROOT))));
        box.setValue(now);
        box.setOnAction(e -> change("Context", s -> new ProjectSettings(s.seed(), s.model(), box.getValue(), s.watermark(), s.author(), s.duckDb())));
        return box;
    }
}
