package studio.parley.ui.voices.line;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.InlineField;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/** One value of a delivery: slider, exact number, its origin, and a button to inherit. */
final class DeliveryRow extends VBox {
    private final DeliveryField field;
    private final Consumer<Optional<Number>> commit;
    private final Slider slider;
    private final InlineField number;
    private final Label source = Controls.label("", "subtle", "small");
    private final Button reset;
    private boolean showing;

    /** @param commit gets a value, or empty to inherit */
    DeliveryRow(DeliveryField field, Consumer<Optional<Number>> commit) {
        this.field = field;
        this.commit = commit;
        getStyleClass().add("delivery-row");
        setId("delivery-" + field.key());
        var name = Messages.of("voices.delivery." + field.key());
        number = new InlineField(name, this::typed);
        number.getStyleClass().addAll("number", "numbers");
        slider = new Slider(field.least, Math.max(field.least + 1, field.most), field.least);
        slider.setBlockIncrement(field.step);
        slider.setAccessibleText(name);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((was, is) -> slid());
        slider.valueChangingProperty().subscribe((was, is) -> {
            if (was && !is) slid();
        });
        reset = Icons.button(MaterialDesignR.RESTORE, Messages.of("voices.delivery.reset", name), () -> commit.accept(Optional.empty()));
        source.setMinWidth(0);
        var title = Controls.label(name, "small");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var gap = Controls.gap();
        var head = Controls.row(6, title, gap, source, reset);
        head.getStyleClass().add("delivery-head");
        var body = Controls.row(8, field == DeliveryField.SEED ? dice() : slider, number);
        getChildren().addAll(head, body);
    }

    private HBox dice() {
        var dice = Icons.button(MaterialDesignD.DICE_5_OUTLINE, Messages.of("voices.delivery.dice"),
                () -> commit.accept(Optional.of(ThreadLocalRandom.current().nextLong(1_000_000))));
        var box = new HBox(dice);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    void show(List<DeliveryScope.Subject> subjects) {
        showing = true;
        var values = subjects.stream().map(s -> s.value(field)).distinct().toList();
        boolean own = subjects.stream().anyMatch(s -> field.of(s.own()) != null);
        boolean mixed = values.stream().map(DeliveryScope.Value::number).distinct().count() > 1;
        var value = values.isEmpty() ? null : values.getFirst().number();
        number.setPromptText(mixed ? Messages.of("voices.mixed") : Messages.of("voices.delivery." + field.key() + ".none"));
        number.show(mixed || value == null ? "" : field.format(value));
        if (!slider.isValueChanging() && value != null && !mixed) slider.setValue(Math.clamp(value.doubleValue(), slider.getMin(), slider.getMax()));
        slider.setOpacity(mixed || value == null ? 0.45 : 1);
        source.setText(own ? "" : values.size() > 1 ? Messages.of("voices.mixed")
                : values.isEmpty() || value == null ? "" : Messages.of("voices.delivery.inherits", values.getFirst().from()));
        Visibility.show(own, reset);
        number.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("own"), own);
        showing = false;
    }

    private void slid() {
        if (showing) return;
        var value = field.fitting(Math.round(slider.getValue() / field.step) * field.step);
        number.show(field.format(value));
        if (!slider.isValueChanging()) commit.accept(Optional.of(value));
    }

    private void typed(String text) {
        if (text.isBlank()) commit.accept(Optional.empty());
        else field.parse(text).ifPresent(v -> commit.accept(Optional.of(v)));
    }
}
