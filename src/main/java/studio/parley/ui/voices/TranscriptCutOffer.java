package studio.parley.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.voice.WordCut;

/** The transcript of a clip after a cut, with probably removed words struck out, and what to do: remove them, edit, or keep all. */
final class TranscriptCutOffer extends VBox {
    private final TextFlow words = new TextFlow();
    private final Button remove = new Button();

    /** @param remove is called to remove the struck-out words, {@code fits} if all are in the clip after all */
    TranscriptCutOffer(Runnable remove, Runnable edit, Runnable fits) {
        getStyleClass().add("words-offer");
        words.setOnMouseClicked(e -> edit.run());
        words.getStyleClass().add("struck-words");
        var why = Controls.words(Messages.of("voices.words.cut"), "small", "wary");
        this.remove.getStyleClass().addAll("small", "accent", "remove-words");
        this.remove.setOnAction(e -> remove.run());
        var type = Controls.button(Messages.of("voices.words.edit"), edit);
        var leave = Controls.button(Messages.of("voices.words.fit"), fits);
        for (var b : new Button[] {type, leave}) b.getStyleClass().addAll("small", "flat");
        for (var b : new Button[] {this.remove, type, leave}) b.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, why, new FlowPane(4, 4, this.remove, type, leave));
    }

    void show(WordCut cut) {
        words.getChildren().setAll(part(cut.before(), true), part(cut.kept(), false), part(cut.after(), true));
        remove.setText(Messages.of("voices.words.remove", cut.count()));
        setAccessibleText(Messages.of("voices.words.spoken", cut.before() + cut.after()));
    }

    private static Text part(String words, boolean struck) {
        var text = new Text(words);
        text.getStyleClass().add(struck ? "struck" : "kept");
        text.setStrikethrough(struck);
        return text;
    }
}
