package studio.parley.ui.voices;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.parley.studio.transcription.HeardWords;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/** Below a transcript: what a recogniser has to do with it, and what the user can do about that. */
final class HeardNote extends VBox {
    /** What there is to say. */
    sealed interface State {
        record Nothing() implements State {}

        /** It could listen. */
        record Offer() implements State {}

        record Listening() implements State {}

        /** The transcript is what it heard, and nobody has checked it. */
        record Unconfirmed() implements State {}

        /** It heard other words than the transcript's. */
        record Differs(HeardWords words) implements State {}
    }

    /** What the buttons do: let it listen, say that the transcript is right, take the words heard. */
    record Actions(Runnable listen, Runnable confirm, Runnable take) {}

    private final Label words = Controls.words("", "small");
    private final FlowPane steps = new FlowPane(8, 4);
    private final Actions actions;

    HeardNote(Actions actions) {
        super(4);
        this.actions = actions;
        steps.setRowValignment(VPos.CENTER);
        getChildren().addAll(words, steps);
        getStyleClass().add("heard-note");
        show(new State.Nothing());
    }

    void show(State state) {
        words.setText(switch (state) {
            case State.Nothing(), State.Offer() -> "";
            case State.Listening() -> Messages.of("voices.heard.listening");
            case State.Unconfirmed() -> Messages.of("voices.heard.unconfirmed");
            case State.Differs(var other) -> sentences(other);
        });
        words.getStyleClass().removeAll("wary", "muted");
        words.getStyleClass().add(state instanceof State.Listening ? "muted" : "wary");
        steps.getChildren().setAll(switch (state) {
            case State.Nothing(), State.Listening() -> List.<Button>of();
            case State.Offer() -> List.of(step("voices.heard.listen", actions.listen()));
            case State.Unconfirmed() -> List.of(step("voices.heard.right", actions.confirm()));
            case State.Differs d -> List.of(step("voices.heard.take", actions.take()), step("voices.heard.keep", actions.confirm()));
        });
        Visibility.show(!words.getText().isEmpty(), words);
        Visibility.show(!steps.getChildren().isEmpty(), steps);
        Visibility.show(!(state instanceof State.Nothing), this);
    }

    /** Words too many or missing at the beginning or end have a sentence of their own; whatever else differs is quoted whole. */
    private static String sentences(HeardWords words) {
        var edges = words.edges();
        var out = edges.entrySet().stream().map(e -> Messages.of("voices.heard.edge." + e.getKey().name().toLowerCase(Locale.ROOT), e.getValue())).collect(Collectors.toList());
        if (words.differences() > edges.size()) out.add(Messages.of("voices.heard.differs", words.heard()));
        return String.join(" ", out);
    }

    private static Button step(String key, Runnable action) {
        var button = Controls.button(Messages.of(key), action);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
