package studio.parley.ui.voices;

import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/** Asks for a clip's style: the word by which lines choose it. */
final class MoodPanel extends VBox {
    MoodPanel(ProjectSession session, int speaker, String path, Runnable close) {
        getStyleClass().add("panel");
        var note = session.document().track(speaker).reference(path);
        var help = Controls.words(Messages.of("voices.mood.help"), "muted", "small");
        var mood = new TextField(note.mood());
        mood.setId("mood");
        mood.setPromptText(Messages.of("voices.mood.prompt"));
        mood.setAccessibleText(Messages.of("voices.mood"));
        HBox.setHgrow(mood, Priority.ALWAYS);
        mood.setMinWidth(0);
        mood.setPrefColumnCount(8);
        Runnable keep = () -> {
            session.edit(ProjectEdits.note(speaker, path, note.withMood(mood.getText().strip())));
            close.run();
        };
        mood.setOnAction(e -> keep.run());
        var button = Controls.button(Messages.of("voices.keep"), keep, "small");
        getChildren().addAll(help, new HBox(8, mood, button));
        focusedProperty().subscribe(on -> {
            if (!on) return;
            mood.requestFocus();
            mood.selectAll();
        });
    }
}
