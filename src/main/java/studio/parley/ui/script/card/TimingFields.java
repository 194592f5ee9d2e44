package studio.parley.ui.script.card;

import java.util.OptionalInt;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.UnitParser;
import studio.parley.ui.session.ProjectSession;

/** When a line starts: after the previous ones, overlapping them, together with them, at a fixed time; and its pause. */
final class TimingFields extends GridPane {
    /** The kinds of relations in the list. */
    enum Kind { AFTER, OVERLAP, TOGETHER, PINNED }

    private final ProjectSession session;
    private final String line;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField amount = new TextField();
    private final Label unit = new Label();
    private final TextField pause = new TextField();
    private boolean showing = true;

    TimingFields(ProjectSession session, String line, Runnable done) {
        this.session = session;
        this.line = line;
        setHgap(8);
        setVgap(8);
        kind.setId("timing-kind");
        kind.getItems().setAll(Kind.values());
        kind.setConverter(ChoiceBoxes.words(k -> Messages.of("script.kind." + k.name().toLowerCase(java.util.Locale.ROOT))));
        kind.setAccessibleText(Messages.of("script.timing.kind"));
        amount.setId("timing-amount");
        amount.setPrefColumnCount(7);
        amount.setAccessibleHelp(Messages.of("script.timing.amount"));
        pause.setId("timing-pause");
        pause.setPrefColumnCount(7);
        var before = new Label(Messages.of("script.timing.pause"));
        before.setLabelFor(pause);
        addRow(0, kind, amount, unit);
        addRow(1, before, pause, new Label(Messages.of("script.unit.seconds")));
        session.document().line(line).ifPresent(this::show);
        showing = false;
        kind.valueProperty().subscribe((was, is) -> changed());
        amount.textProperty().subscribe((was, is) -> changed());
        pause.textProperty().subscribe((was, is) -> paused());
        amount.setOnAction(e -> done.run());
        pause.setOnAction(e -> done.run());
    }

    private void show(Line l) {
        kind.setValue(switch (l.relation()) {
            case TimingRelation.After a -> Kind.AFTER;
            case TimingRelation.Overlap o -> Kind.OVERLAP;
            case TimingRelation.Together t -> Kind.TOGETHER;
            case TimingRelation.PinnedAt p -> Kind.PINNED;
        });
        amount.setText(switch (l.relation()) {
            case TimingRelation.After(int millis) -> String.valueOf(millis);
            case TimingRelation.Overlap(int millis) -> String.valueOf(millis);
            case TimingRelation.Together t -> "";
            case TimingRelation.PinnedAt(int millis) -> TimeFormat.plainSeconds(millis);
        });
        pause.setText(TimeFormat.plainSeconds(l.pauseMillis()));
        units();
    }

    private void changed() {
        units();
        if (showing) return;
        boolean seconds = kind.getValue() == Kind.PINNED;
        var millis = UnitParser.length(amount.getText(), seconds);
        mark(amount, millis.isPresent() || kind.getValue() == Kind.TOGETHER);
        var relation = relation(millis);
        if (relation != null) session.edit(LineEdits.relation(line, relation));
    }

    private @org.jspecify.annotations.Nullable TimingRelation relation(OptionalInt millis) {
        if (kind.getValue() == Kind.TOGETHER) return new TimingRelation.Together();
        if (millis.isEmpty()) return null;
        return switch (kind.getValue()) {
            case AFTER -> new TimingRelation.After(millis.getAsInt());
            case OVERLAP -> new TimingRelation.Overlap(millis.getAsInt());
            default -> new TimingRelation.PinnedAt(millis.getAsInt());
        };
    }

    private void paused() {
        var millis = UnitParser.length(pause.getText(), true);
        boolean fits = millis.isPresent() && millis.getAsInt() <= Line.LONGEST_PAUSE;
        mark(pause, fits);
        if (fits) session.edit(LineEdits.pause(line, millis.getAsInt()));
    }

    private void units() {
        amount.setDisable(kind.getValue() == Kind.TOGETHER);
        unit.setText(Messages.of(kind.getValue() == Kind.PINNED ? "script.unit.seconds" : "script.unit.millis"));
    }

    private static void mark(TextField field, boolean good) {
        field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), !good);
    }

    @Override
    public void requestFocus() {
        amount.requestFocus();
        amount.selectAll();
    }
}
