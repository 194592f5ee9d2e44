package studio.parley.ui.export;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import studio.parley.problem.Problem;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.settings.ExportPresets;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.AppServices;

/** The built-in presets and the user's own: choosing one fills the form, and the form can be saved under a name. */
final class PresetList extends VBox {
    private static final String LAST = "export.preset";
    private final AppServices services;
    private final ExportForm form;
    private final ListView<ExportPreset> list = new ListView<>();
    private final TextField name = new TextField();
    private final Label trouble = Controls.words("", "bad", "small");

    PresetList(AppServices services, ExportForm form) {
        super(8);
        this.services = services;
        this.form = form;
        getStyleClass().add("presets");
        list.setId("presets");
        list.setAccessibleText(Messages.of("export.presets"));
        list.setCellFactory(l -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        name.setId("preset-name");
        name.setPromptText(Messages.of("export.preset.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        var keep = Icons.button(MaterialDesignP.PLUS, Messages.of("export.preset.keep"), this::keep);
        keep.setId("preset-keep");
        keep.disableProperty().bind(name.textProperty().map(String::isBlank));
        Button remove = Icons.button(MaterialDesignT.TRASH_CAN_OUTLINE, Messages.of("export.preset.remove"), this::remove);
        remove.setId("preset-remove");
        remove.disableProperty().bind(list.getSelectionModel().selectedItemProperty().map(p -> ExportPreset.ALL.contains(p)).orElse(true));
        var row = Controls.row(4, name, keep, remove);
        trouble.setId("preset-trouble");
        name.textProperty().subscribe(() -> say(""));
        getChildren().addAll(list, row, trouble);
        list.getSelectionModel().selectedItemProperty().subscribe(p -> {
            if (p != null) form.show(p);
        });
        fill();
    }

    private void say(String words) {
        trouble.setText(words);
        Visibility.show(!words.isEmpty(), trouble);
    }

    private void fill() {
        list.getItems().setAll(ExportPresets.all(services.preferences().settings()));
    }

    /** The one used last. */
    void choose() {
        var last = services.preferences().get(LAST).orElse(ExportPreset.MIX.name());
        list.getItems().stream().filter(p -> p.name().equals(last)).findFirst().ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    }

    void remember() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) services.preferences().put(LAST, chosen.name());
    }

    private void keep() {
        var wanted = name.getText().strip();
        var preset = form.preset();
        try {
            services.preferences().change(s -> ExportPresets.with(s, preset.named(wanted, preset.parts())));
        } catch (Problem p) {
            say(String.valueOf(p.getMessage()));
            return;
        }
        name.clear();
        fill();
        list.getItems().stream().filter(p -> p.name().equals(wanted)).findFirst().ifPresent(list.getSelectionModel()::select);
    }

    private void remove() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        services.preferences().change(s -> ExportPresets.without(s, chosen.name()));
        fill();
        list.getSelectionModel().selectFirst();
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private static final class Cell extends ListCell<ExportPreset> {
        @Override
        protected void updateItem(@Nullable ExportPreset preset, boolean empty) {
            super.updateItem(preset, empty);
            if (empty || preset == null) setText(null);
            else setText(Messages.has("export.preset." + preset.name()) ? Messages.of("export.preset." + preset.name()) : preset.name());
        }
    }
}
