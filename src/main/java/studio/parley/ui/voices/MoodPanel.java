package studio.parley.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** Asks for a clip's style: the word by which lines choose it. */
final class MoodPanel extends VBox {
    MoodPanel(ProjectSession session, int speaker, String path, Runnable close) {
        getStyleClass().add("panel");
        var note = session.document().track(speaker).reference(path);
        var help = new Label(Messages.of("voices.mood.help"));
        help.setWrapText(true);
        help.getStyleClass().addAll("muted", "small");
        var mood = new TextField(note.mood());
        mood.setId("mood");
        mood.setPromptText(Messages.of("voices.mood.prompt"));
        mood.setAccessibleText(Messages.of("voices.mood"));
        HBox.setHgrow(mood, Priority.ALWAYS);
        mood.setMinWidth(0);
        mood.setPrefColumnCount(8);
        Runnable keep = () -> {
            session.edit(ProjectEdits.note(speaker, path, new ReferenceMetadata(mood.getText().strip(), note.consent(), note.transcript(),
                    note.trimStartMillis(), note.trimEndMillis())));
            close.run();
        };
        mood.setOnAction(e -> keep.run());
        var button = new Button(Messages.of("voices.keep"));
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
