package studio.parley.ui.voices.line;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The delivery of lines, or the default of a speaker: presets, then each value. */
public final class DeliveryBox extends VBox {
    private final List<DeliveryRow> rows = new ArrayList<>();
    private DeliveryScope scope;

    DeliveryBox(DeliveryScope first) {
        scope = first;
        getStyleClass().add("delivery-box");
        var presets = new FlowPane(preset("standard", Delivery.STANDARD), preset("clone", Delivery.CLONE), preset("greedy", Delivery.GREEDY));
        presets.getStyleClass().add("chips");
        getChildren().add(presets);
        for (var field : DeliveryField.values()) {
            var row = new DeliveryRow(field, value -> scope.change(field.key(), d -> field.with(d, value.orElse(null))));
            rows.add(row);
            getChildren().add(row);
        }
        show(first);
    }

    /** A speaker's default delivery in a panel that can be closed; follows the document. */
    public static VBox ofSpeaker(ProjectSession session, int speaker, Runnable close) {
        var box = new DeliveryBox(new DeliveryScope.OfSpeaker(session, speaker));
        session.documentProperty().subscribe(d -> {
            boolean there = d.conversation().speakers().stream().anyMatch(s -> s.number() == speaker);
            if (there && box.getScene() != null) box.show(box.scope);
        });
        var title = Controls.words(Messages.of("voices.delivery.speaker"), "muted", "small");
        var done = Controls.button(Messages.of("voices.done"), close, "small");
        var panel = new VBox(title, box, done);
        panel.getStyleClass().add("panel");
        return panel;
    }

    void show(ProjectSession session, List<Line> lines) {
        show(new DeliveryScope.OfLines(session, lines));
    }

    private void show(DeliveryScope now) {
        scope = now;
        var subjects = now.subjects();
        rows.forEach(r -> r.show(subjects));
    }

    private Button preset(String key, Delivery delivery) {
        var button = new Button(Messages.of("voices.preset." + key));
        button.getStyleClass().setAll("chip", "button-chip");
        button.setId("preset-" + key);
        button.setTooltip(new Tooltip(Messages.of("voices.preset." + key + ".help")));
        button.setOnAction(e -> scope.change("preset", d -> new Delivery(delivery.temperature(), delivery.topK(), d.maxMillis(), d.seed())));
        return button;
    }
}
