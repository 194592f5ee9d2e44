package studio.parley.ui.script.card;

import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** The direction of a line: kept, not spoken. */
final class DirectionField extends VBox {
    private final TextField field = new TextField();

    DirectionField(ProjectSession session, String line, Runnable done) {
        var label = Controls.label(Messages.of("script.direction.hint"), "muted", "small");
        field.setId("direction-field");
        field.setPromptText(Messages.of("script.direction.prompt"));
        field.setPrefColumnCount(24);
        field.setText(session.document().line(line).map(Line::direction).orElse(""));
        field.textProperty().subscribe((was, is) -> session.edit(LineEdits.direction(line, is)));
        field.setOnAction(e -> done.run());
        label.setLabelFor(field);
        getChildren().addAll(label, field);
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
        field.selectAll();
    }
}
