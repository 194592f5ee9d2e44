package studio.parley.ui.script;

import java.util.OptionalInt;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Relation;
import studio.parley.studio.document.LineEdits;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Choices;
import studio.parley.ui.kit.Texts;

/** When a line starts: after the ones before, over them, with them, at a moment; and how long it pauses before. */
final class TimingFields extends GridPane {
    /** The kinds of relations, as one picks them. */
    enum Kind { AFTER, OVERLAP, TOGETHER, PINNED }

    private final Desk desk;
    private final String line;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField amount = new TextField();
    private final Label unit = new Label();
    private final TextField pause = new TextField();
    private boolean showing = true;

    TimingFields(Desk desk, String line, Runnable done) {
        this.desk = desk;
        this.line = line;
        setHgap(8);
        setVgap(8);
        kind.setId("timing-kind");
        kind.getItems().setAll(Kind.values());
        kind.setConverter(Choices.words(k -> Texts.of("script.kind." + k.name().toLowerCase(java.util.Locale.ROOT))));
        kind.setAccessibleText(Texts.of("script.timing.kind"));
        amount.setId("timing-amount");
        amount.setPrefColumnCount(7);
        amount.setAccessibleHelp(Texts.of("script.timing.amount"));
        pause.setId("timing-pause");
        pause.setPrefColumnCount(7);
        var before = new Label(Texts.of("script.timing.pause"));
        before.setLabelFor(pause);
        addRow(0, kind, amount, unit);
        addRow(1, before, pause, new Label(Texts.of("script.unit.seconds")));
        desk.document().line(line).ifPresent(this::show);
        showing = false;
        kind.valueProperty().subscribe((was, is) -> changed());
        amount.textProperty().subscribe((was, is) -> changed());
        pause.textProperty().subscribe((was, is) -> paused());
        amount.setOnAction(e -> done.run());
        pause.setOnAction(e -> done.run());
    }

    private void show(Line l) {
        kind.setValue(switch (l.relation()) {
            case Relation.After a -> Kind.AFTER;
            case Relation.Overlap o -> Kind.OVERLAP;
            case Relation.Together t -> Kind.TOGETHER;
            case Relation.PinnedAt p -> Kind.PINNED;
        });
        amount.setText(switch (l.relation()) {
            case Relation.After(int millis) -> String.valueOf(millis);
            case Relation.Overlap(int millis) -> String.valueOf(millis);
            case Relation.Together t -> "";
            case Relation.PinnedAt(int millis) -> plain(millis);
        });
        pause.setText(plain(l.pauseMillis()));
        units();
    }

    private void changed() {
        units();
        if (showing) return;
        boolean seconds = kind.getValue() == Kind.PINNED;
        var millis = Amounts.millis(amount.getText(), seconds);
        mark(amount, millis.isPresent() || kind.getValue() == Kind.TOGETHER);
        var relation = relation(millis);
        if (relation != null) desk.edit(LineEdits.relation(line, relation));
    }

    private @org.jspecify.annotations.Nullable Relation relation(OptionalInt millis) {
        if (kind.getValue() == Kind.TOGETHER) return new Relation.Together();
        if (millis.isEmpty()) return null;
        return switch (kind.getValue()) {
            case AFTER -> new Relation.After(millis.getAsInt());
            case OVERLAP -> new Relation.Overlap(millis.getAsInt());
            default -> new Relation.PinnedAt(millis.getAsInt());
        };
    }

    private void paused() {
        var millis = Amounts.millis(pause.getText(), true);
        boolean fits = millis.isPresent() && millis.getAsInt() <= Line.LONGEST_PAUSE;
        mark(pause, fits);
        if (fits) desk.edit(LineEdits.pause(line, millis.getAsInt()));
    }

    private void units() {
        amount.setDisable(kind.getValue() == Kind.TOGETHER);
        unit.setText(Texts.of(kind.getValue() == Kind.PINNED ? "script.unit.seconds" : "script.unit.millis"));
    }

    private static void mark(TextField field, boolean good) {
        field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), !good);
    }

    private static String plain(int millis) {
        return Amounts.seconds(millis);
    }

    @Override
    public void requestFocus() {
        amount.requestFocus();
        amount.selectAll();
    }
}
