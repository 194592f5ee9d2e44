package studio.parley.ui.export;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.export.ExportPreset.Part;
import studio.parley.studio.export.LoudnessTarget;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;

/** The settings of a preset, for editing. */
final class ExportForm extends GridPane {
    private final ChoiceBox<AudioFormat> format = new ChoiceBox<>();
    private final ChoiceBox<Integer> rate = new ChoiceBox<>();
    private final ChoiceBox<Integer> channels = new ChoiceBox<>();
    private final ChoiceBox<LoudnessTarget> target = new ChoiceBox<>();
    private final CheckBox limit = new CheckBox(Messages.of("export.limit"));
    private final TextField template = new TextField();
    private final Label preview = Controls.words("", "muted", "small");
    private final Map<Part, CheckBox> parts = new EnumMap<>(Part.class);
    private String name = "";

    ExportForm() {
        super(16, 12);
        format.getItems().setAll(AudioFormat.values());
        format.setConverter(ChoiceBoxes.words(f -> Messages.of("export.format." + f.name().toLowerCase(Locale.ROOT))));
        format.setId("export-format");
        rate.getItems().setAll(AudioFormat.RATES);
        rate.setConverter(ChoiceBoxes.words(r -> Messages.of("export.kilohertz", r % 1000 == 0 ? String.valueOf(r / 1000) : String.valueOf(r / 1000.0))));
        rate.setId("export-rate");
        channels.getItems().setAll(List.of(1, 2));
        channels.setConverter(ChoiceBoxes.words(c -> Messages.of(c == 1 ? "export.mono" : "export.stereo")));
        channels.setId("export-channels");
        target.getItems().setAll(LoudnessTarget.ALL);
        target.setConverter(ChoiceBoxes.words(t -> Messages.has("export.target." + t.id()) ? Messages.of("export.target." + t.id()) : Messages.of("export.lufs", t.level())));
        target.setId("export-target");
        target.setMinWidth(0);
        limit.setMinWidth(0);
        limit.setWrapText(true);
        template.setId("export-template");
        preview.setId("export-preview");
        add("export.parts", checklist());
        var sound = new FlowPane(8, 8, format, rate, channels);
        sound.setPrefWrapLength(700);
        add("export.sound", sound);
        add("export.loudness", new VBox(8, target, limit));
        add("export.names", new VBox(4, template, preview));
        HBox.setHgrow(template, Priority.ALWAYS);
    }

    /** Adds a row; {@code text} is the key of its label. */
    void add(String text, Node field) {
        var label = Controls.label(Messages.of(text), "form-name");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
        GridPane.setHgrow(field, Priority.ALWAYS);
        addRow(getRowCount(), label, field);
    }

    private TilePane checklist() {
        var grid = new TilePane(16, 6);
        grid.setPrefColumns(2);
        grid.setTileAlignment(Pos.CENTER_LEFT);
        for (var part : Part.values()) {
            var box = new CheckBox(Messages.of("export.part." + part.name().toLowerCase(Locale.ROOT)));
            box.setId("part-" + part.name().toLowerCase(Locale.ROOT));
            box.setMinWidth(USE_PREF_SIZE);
            parts.put(part, box);
            grid.getChildren().add(box);
        }
        return grid;
    }

    void show(ExportPreset preset) {
        name = preset.name();
        parts.forEach((part, box) -> box.setSelected(preset.parts().contains(part)));
        format.setValue(preset.format());
        rate.setValue(preset.rate());
        channels.setValue(preset.channels());
        if (!target.getItems().contains(preset.target())) target.getItems().add(preset.target());
        target.setValue(preset.target());
        limit.setSelected(preset.mayLimit());
        template.setText(preset.template());
    }

    ExportPreset preset() {
        var wanted = EnumSet.noneOf(Part.class);
        parts.forEach((part, box) -> {
            if (box.isSelected()) wanted.add(part);
        });
        return new ExportPreset(name, wanted, format.getValue(), rate.getValue(), channels.getValue(), target.getValue(), limit.isSelected(), template.getText());
    }

    /** An example of a clip name. */
    void preview(String words) {
        preview.setText(words);
    }

    void onChange(Runnable changed) {
        InvalidationListener listener = o -> {
            if (isComplete()) changed.run();
        };
        parts.values().forEach(b -> b.selectedProperty().addListener(listener));
        for (var box : List.of(format, rate, channels, target)) box.valueProperty().addListener(listener);
        limit.selectedProperty().addListener(listener);
        template.textProperty().addListener(listener);
    }

    private boolean isComplete() {
        return format.getValue() != null && rate.getValue() != null && channels.getValue() != null && target.getValue() != null;
    }
}
