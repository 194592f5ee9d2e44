package studio.parley.ui.script.card;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.session.ProjectSession;

/** Selects a speaker by a few letters of the name, or creates a new one. */
final class SpeakerPicker extends VBox {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private final ProjectSession session;
    private final IntConsumer chosen;
    private final Consumer<String> created;
    private final TextField name = new TextField();
    private final VBox rows = new VBox();
    private int at;

    SpeakerPicker(ProjectSession session, IntConsumer chosen, Consumer<String> created) {
        this.session = session;
        this.chosen = chosen;
        this.created = created;
        getStyleClass().add("speaker-picker");
        name.setId("speaker-name-field");
        name.setPromptText(Messages.of("script.speaker.prompt"));
        name.setAccessibleHelp(Messages.of("script.speaker.prompt"));
        getChildren().addAll(name, rows);
        name.textProperty().subscribe(t -> fill());
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public void requestFocus() {
        name.requestFocus();
    }

    private void fill() {
        var wanted = name.getText().strip().toLowerCase(Locale.ROOT);
        var made = new ArrayList<Button>();
        boolean exact = false;
        var speakers = session.document().conversation().speakers();
        for (int i = 0; i < speakers.size(); i++) {
            var speaker = speakers.get(i);
            if (!speaker.name().toLowerCase(Locale.ROOT).contains(wanted)) continue;
            exact |= speaker.name().toLowerCase(Locale.ROOT).equals(wanted);
            var button = row(speaker.name() + (i < 9 ? "   Ctrl+" + (i + 1) : ""), () -> chosen.accept(speaker.number()));
            var dot = new Region();
            dot.getStyleClass().add("speaker-dot");
            dot.setStyle("-fx-background-color: " + SpeakerColour.css(session.document().track(speaker.number()).colour(), session.services().theme().isDark()));
            button.setGraphic(dot);
            made.add(button);
        }
        if (!wanted.isEmpty() && !exact) made.add(row(Messages.of("script.speaker.create", name.getText().strip()), () -> created.accept(name.getText().strip())));
        rows.getChildren().setAll(made);
        pick(0);
    }

    private static Button row(String label, Runnable action) {
        var button = Controls.button(label, action);
        button.getStyleClass().setAll("picker-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMnemonicParsing(false);
        return button;
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN -> pick(at + 1);
            case UP -> pick(at - 1);
            case ENTER -> {
                if (!rows.getChildren().isEmpty()) ((Button) rows.getChildren().get(at)).fire();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void pick(int wanted) {
        at = Math.clamp(wanted, 0, Math.max(0, rows.getChildren().size() - 1));
        for (int i = 0; i < rows.getChildren().size(); i++) rows.getChildren().get(i).pseudoClassStateChanged(PICKED, i == at);
    }
}
