package studio.parley.ui.voices;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;

/** Speaks a sentence with the current clip, to hear how good it is; the script is not changed. */
final class TestPanel extends VBox {
    private final TextArea sentence = new TextArea(Messages.of("voices.test.sentence"));
    private final Button speak = new Button(Messages.of("voices.test.speak"));
    private final ProgressIndicator busy = new ProgressIndicator();
    private volatile boolean cancelled;

    TestPanel(ReferenceClipController work, int speaker, java.util.function.Supplier<java.util.Optional<String>> path, Runnable close) {
        getStyleClass().add("panel");
        setId("test-panel");
        var help = Controls.words(Messages.of("voices.test.help"), "muted", "small");
        sentence.setWrapText(true);
        sentence.setPrefRowCount(2);
        sentence.setAccessibleText(Messages.of("voices.test"));
        speak.setId("test-speak");
        speak.getStyleClass().addAll("small", "accent");
        speak.setOnAction(e -> path.get().ifPresent(p -> speak(work, speaker, p)));
        busy.getStyleClass().add("busy");
        busy.setVisible(false);
        var done = Controls.button(Messages.of("voices.done"), close, "small", "flat");
        var foot = Controls.row(8, speak, done, busy);
        getChildren().addAll(help, sentence, foot);
        sceneProperty().subscribe((was, is) -> {
            if (was != null && is == null) cancelled = true;
        });
        focusedProperty().subscribe(on -> {
            if (on) speak.requestFocus();
        });
    }

    private void speak(ReferenceClipController work, int speaker, String path) {
        if (sentence.getText().isBlank()) return;
        busy.setVisible(true);
        speak.setDisable(true);
        work.trial(speaker, path, sentence.getText().strip(), () -> cancelled, sound -> {
            busy.setVisible(false);
            speak.setDisable(false);
        });
    }
}
