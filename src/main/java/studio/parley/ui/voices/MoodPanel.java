package studio.parley.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.ReferenceNote;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Texts;

/** Asks for a clip's mood: the word by which lines choose it. */
final class MoodPanel extends VBox {
    MoodPanel(Desk desk, int speaker, String path, Runnable close) {
        getStyleClass().add("panel");
        var note = desk.document().track(speaker).reference(path);
        var help = new Label(Texts.of("voices.mood.help"));
        help.setWrapText(true);
        help.getStyleClass().addAll("muted", "small");
        var mood = new TextField(note.mood());
        mood.setId("mood");
        mood.setPromptText(Texts.of("voices.mood.prompt"));
        mood.setAccessibleText(Texts.of("voices.mood"));
        HBox.setHgrow(mood, Priority.ALWAYS);
        mood.setMinWidth(0);
        mood.setPrefColumnCount(8);
        Runnable keep = () -> {
            desk.edit(ProjectEdits.note(speaker, path, new ReferenceNote(mood.getText().strip(), note.consent(), note.transcript(),
                    note.trimStartMillis(), note.trimEndMillis())));
            close.run();
        };
        mood.setOnAction(e -> keep.run());
        var button = new Button(Texts.of("voices.keep"));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> keep.run());
        getChildren().addAll(help, new HBox(8, mood, button));
        focusedProperty().subscribe(on -> {
            if (!on) return;
            mood.requestFocus();
            mood.selectAll();
        });
    }
}
