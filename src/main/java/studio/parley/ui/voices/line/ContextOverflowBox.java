package studio.parley.ui.voices.line;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.studio.project.render.ContextBudget;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.ProjectSession;

/** Why a line does not fit with its context, and the action that fixes it; hidden if it fits. */
final class ContextOverflowBox extends VBox {
    private final Label words = Controls.words("", "small", "bad");
    private final Button cut = new Button(Messages.of("session.cutClip"));
    private Optional<ContextBudget.Reference> clip = Optional.empty();

    ContextOverflowBox(ProjectSession session) {
        super(6);
        setId("no-room");
        words.setMinHeight(USE_PREF_SIZE);
        cut.setId("cut-clip");
        cut.getStyleClass().addAll("small", "accent");
        cut.setOnAction(e -> clip.ifPresent(c -> session.speech().cutClip(c.speaker(), c.path(), () -> { })));
        getChildren().addAll(words, cut);
        show(Optional.empty());
    }

    void show(Optional<ContextBudget> budget) {
        var trouble = budget.map(ContextBudget::trouble).orElse("");
        clip = budget.flatMap(ContextBudget::tooLong);
        words.setText(trouble);
        Visibility.show(clip.isPresent(), cut);
        Visibility.show(!trouble.isEmpty(), this);
    }
}
