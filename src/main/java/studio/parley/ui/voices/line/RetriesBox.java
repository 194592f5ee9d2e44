package studio.parley.ui.voices.line;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.VBox;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** How often the selected lines are rendered again, at most, until their words are heard. */
final class RetriesBox extends VBox {
    private final ProjectSession session;
    private final ChoiceBox<OptionalInt> times = new ChoiceBox<>();
    private List<Line> lines = List.of();
    private boolean showing;

    RetriesBox(ProjectSession session) {
        super(6);
        this.session = session;
        times.setId("line-retries");
        times.setConverter(ChoiceBoxes.words(this::name));
        times.setAccessibleText(Messages.of("voices.retries"));
        times.valueProperty().subscribe((was, is) -> {
            if (!showing && is != null) session.edit(TakeEdits.wordRetries(lines.stream().map(Line::id).toList(), is));
        });
        getChildren().addAll(Controls.label(Messages.of("voices.retries"), "section"), times);
    }

    private String name(OptionalInt most) {
        return most.isPresent() ? Messages.of("voices.retries.times", most.getAsInt()) : Messages.of("voices.retries.project", session.document().settings().wordRetries());
    }

    /** Nothing is chosen if the lines differ. */
    void show(List<Line> selected) {
        showing = true;
        lines = selected;
        var now = lines.stream().map(l -> session.document().decoration(l.id()).wordRetries()).distinct().toList();
        var choices = Stream.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(3), OptionalInt.of(5));
        times.getItems().setAll(Stream.concat(choices, now.stream()).distinct().toList());
        times.setValue(now.size() == 1 ? now.getFirst() : null);
        showing = false;
    }
}
