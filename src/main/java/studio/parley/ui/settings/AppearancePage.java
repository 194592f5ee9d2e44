package studio.parley.ui.settings;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Theme;

/** Light, dark, contrast, text size; applied at once. */
final class AppearancePage extends StackPane {
    AppearancePage(Appearance appearance, Scene scene) {
        var contrast = new CheckBox(Messages.of("settings.contrast"));
        contrast.setId("contrast");
        contrast.setSelected(appearance.contrast());
        contrast.setOnAction(e -> appearance.contrast(contrast.isSelected(), scene));
        getChildren().add(new SettingsForm()
                .row(Messages.of("settings.scheme"), schemes(appearance, scene))
                .row(Messages.of("settings.textSize"), size(appearance, scene), Messages.of("settings.textSize.words"))
                .row(Messages.of("settings.reading"), contrast, Messages.of("settings.contrast.words")));
    }

    private static HBox schemes(Appearance appearance, Scene scene) {
        var group = new ToggleGroup();
        var row = new HBox();
        for (var scheme : Theme.Scheme.values()) {
            var button = new ToggleButton(Messages.of("settings.scheme." + scheme.name().toLowerCase(Locale.ROOT)));
            button.setId("scheme-" + scheme.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(appearance.scheme() == scheme);
            button.getStyleClass().add(scheme == Theme.Scheme.SYSTEM ? "left-pill" : scheme == Theme.Scheme.DARK ? "right-pill" : "center-pill");
            button.setOnAction(e -> {
                button.setSelected(true);
                appearance.scheme(scheme, scene);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private static HBox size(Appearance appearance, Scene scene) {
        var shown = new Label(appearance.percent() + " %");
        var slider = new Slider(80, 200, appearance.percent());
        slider.setId("text-size");
        slider.setBlockIncrement(10);
        slider.setMajorTickUnit(20);
        slider.setMinorTickCount(1);
        slider.setSnapToTicks(true);
        slider.setPrefWidth(260);
        slider.setAccessibleText(Messages.of("settings.textSize"));
        slider.valueProperty().subscribe(v -> shown.setText(v.intValue() / 10 * 10 + " %"));
        // While dragging only the number changes: the dialog would grow under the mouse.
        slider.valueChangingProperty().subscribe(changing -> set(appearance, slider, scene));
        slider.valueProperty().subscribe(v -> set(appearance, slider, scene));
        var row = Controls.row(12, slider, shown);
        return row;
    }

    private static void set(Appearance appearance, Slider slider, Scene scene) {
        int percent = (int) slider.getValue() / 10 * 10;
        if (!slider.isValueChanging() && percent != appearance.percent()) appearance.text(percent, scene);
    }
}
