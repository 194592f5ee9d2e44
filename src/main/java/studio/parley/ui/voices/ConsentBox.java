package studio.parley.ui.voices;

import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Scrolling;
import studio.parley.ui.kit.Visibility;
import studio.parley.voice.Consent;

/**
 * Whether the owner of the voice agreed: a label, and the question behind it. The note says who, when and to what; a click on the label
 * shows it and can withdraw it.
 */
final class ConsentBox extends VBox {
    private final Button mark = new Button();
    private final TextField who = new TextField();
    private final CheckBox agreed = new CheckBox(Messages.of("voices.consent.agreed"));
    private final Button keep = new Button(Messages.of("voices.consent.keep"));
    private final Button withdraw = new Button(Messages.of("voices.consent.withdraw"));
    private final Label noted = Controls.words("", "small", "muted");
    private final HBox decision;
    private final VBox form;
    private final VBox record;
    private final Consumer<String> commit;
    private String speaker = "";
    private String kept = "";

    /** @param commit gets the note, or an empty text if it is withdrawn */
    ConsentBox(Consumer<String> commit) {
        this.commit = commit;
        getStyleClass().add("consent-box");
        mark.getStyleClass().addAll("flat", "small", "consent-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        mark.setOnAction(e -> open(!isManaged()));
        who.setPromptText(Messages.of("voices.consent.who"));
        who.setAccessibleText(Messages.of("voices.consent.who"));
        who.getStyleClass().add("consent-who");
        agreed.setWrapText(true);
        agreed.getStyleClass().add("small");
        keep.getStyleClass().addAll("small", "accent", "consent-keep");
        keep.disableProperty().bind(Bindings.createBooleanBinding(() -> !agreed.isSelected() || who.getText().isBlank(),
                agreed.selectedProperty(), who.textProperty()));
        keep.setOnAction(e -> note());
        who.setOnAction(e -> note());
        var later = Controls.button(Messages.of("voices.consent.later"), () -> open(false), "small", "flat");
        var question = Controls.words(Messages.of("voices.consent.question"), "small");
        decision = new HBox(8, keep, later);
        form = new VBox(8, question, who, agreed, decision);
        withdraw.getStyleClass().addAll("small", "flat");
        withdraw.setOnAction(e -> commit.accept(""));
        record = new VBox(6, noted, withdraw);
        open(false);
    }

    /** The small label in the card's footer. */
    Button mark() {
        return mark;
    }

    void show(String name, String consent) {
        if (!consent.equals(kept)) open(false);
        speaker = name;
        kept = consent;
        boolean given = !consent.isBlank();
        mark.setText(Messages.of(given ? "voices.consent.given" : "voices.consent.open"));
        mark.setTooltip(new Tooltip(given ? consent : Messages.of("voices.consent.open.help")));
        mark.setAccessibleHelp(given ? consent : Messages.of("voices.consent.open.help"));
        mark.getStyleClass().removeAll("wary", "muted");
        mark.getStyleClass().add(given ? "muted" : "wary");
        noted.setText(consent);
    }

    /** Opens the question, unless it is answered. */
    void ask() {
        if (!kept.isBlank() || isManaged()) return;
        open(true);
    }

    private void note() {
        if (keep.isDisabled()) return;
        commit.accept(new Consent(who.getText(), LocalDate.now(), Messages.of("voices.consent.agreed")).text());
    }

    private void open(boolean shown) {
        getChildren().setAll(kept.isBlank() ? form : record);
        if (shown && who.getText().isBlank()) who.setText(speaker);
        if (!shown) agreed.setSelected(false);
        Visibility.show(shown, this);
        if (shown && kept.isBlank()) agreed.requestFocus();
        if (shown && kept.isBlank()) Scrolling.hold(this, decision);
        else if (shown) Scrolling.reveal(this);
    }
}
