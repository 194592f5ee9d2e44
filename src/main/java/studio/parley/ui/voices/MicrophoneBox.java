package studio.parley.ui.voices;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.Preferences;

/** The choice of microphone; it is remembered, and a missing one is reported. */
final class MicrophoneBox extends VBox {
    static final String CHOSEN = "microphone";
    private final Preferences preferences;
    private final ComboBox<Optional<String>> box = new ComboBox<>();
    private final Label missing = Controls.words("", "small", "wary");
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();

    MicrophoneBox(Preferences preferences, RecorderFactory microphone) {
        this.preferences = preferences;
        getStyleClass().add("microphone-box");
        box.setId("microphone");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        var name = Controls.label(Messages.of("voices.record.microphone"), "muted", "small");
        name.setLabelFor(box);
        box.setConverter(ChoiceBoxes.words(input -> input.orElse(Messages.of("voices.record.system"))));
        box.getItems().add(Optional.empty());
        chosen().ifPresent(input -> box.getItems().add(Optional.of(input)));
        box.setValue(chosen());
        missing.setId("microphone-missing");
        getChildren().addAll(name, box, missing);
        say(List.of(), true);
        FxThread.work(microphone::inputs, this::fill, e -> say(List.of(), false));
        box.setOnAction(e -> {
            preferences.put(CHOSEN, box.getValue().orElse(""));
            Visibility.show(false, missing);
        });
    }

    /** Empty: the system default. */
    Optional<String> chosen() {
        return preferences.get(CHOSEN).filter(name -> !name.isBlank());
    }

    /** Whether this machine has no microphone, as far as is known. */
    ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    private void fill(List<String> inputs) {
        inputs.stream().map(Optional::of).filter(i -> !box.getItems().contains(i)).forEach(box.getItems()::add);
        say(inputs, false);
    }

    private void say(List<String> inputs, boolean asking) {
        boolean gone = chosen().filter(c -> !inputs.contains(c)).isPresent();
        if (gone) missing.setText(Messages.of("voices.record.missing", chosen().get()));
        else if (inputs.isEmpty()) missing.setText(Messages.of("voices.record.none"));
        none.set(!asking && !gone && inputs.isEmpty());
        boolean shown = !asking && (gone || inputs.isEmpty());
        Visibility.show(shown, missing);
    }
}
