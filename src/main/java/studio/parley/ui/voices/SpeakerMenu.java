package studio.parley.ui.voices;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.voices.line.DeliveryBox;

/** The menu of a speaker and of the clip that its card shows. */
record SpeakerMenu(ProjectSession session, ReferenceClipController work, SpeakerCard card) {
    Button button() {
        var button = Icons.button(MaterialDesignD.DOTS_VERTICAL, Messages.of("voices.more"), () -> { });
        button.getStyleClass().add("voice-more");
        button.setOnAction(e -> menu().show(button, Side.BOTTOM, 0, 0));
        return button;
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        int number = card.speaker().number();
        menu.getItems().addAll(
                Controls.item("voices.file", () -> work.choose(number, card.getScene().getWindow())),
                Controls.item("voices.record", () -> card.below(work.recorder(number, card::closeBelow))),
                Controls.item("voices.library.take", () -> card.below(work.library(number, card::closeBelow))));
        menu.getItems().addAll(clip(number, card.reference().map(Reference::path)));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(
                Controls.item("voices.test", () -> card.below(new TestPanel(work, number, () -> card.reference().map(r -> r.path()), card::closeBelow))),
                Controls.item("voices.delivery", () -> card.below(DeliveryBox.ofSpeaker(session, number, card::closeBelow))),
                Controls.item("voices.up", () -> move(-1)), Controls.item("voices.down", () -> move(1)));
        menu.getItems().addAll(new SeparatorMenuItem(), remove());
        return menu;
    }

    /** Every entry is always there, so that none moves; entries that do not apply to the current clip are disabled. */
    private List<MenuItem> clip(int number, Optional<String> shown) {
        var path = shown.orElse("");
        var note = session.document().track(number).reference(path);
        boolean first = shown.isEmpty() || card.speaker().references().getFirst().path().equals(path);
        return List.of(new SeparatorMenuItem(),
                item("voices.mood", shown.isPresent(), () -> card.below(new MoodPanel(session, number, path, card::closeBelow))),
                item("voices.usual", !first, () -> {
                    session.edit(ProjectEdits.firstReference(number, path));
                    card.showClip(path);
                }),
                item("voices.untrim", note.isTrimmed(), () -> session.edit(ProjectEdits.note(number, path,
                        note.withTrim(0, 0)))),
                item("voices.library.add", shown.isPresent(), () -> work.toLibrary(number, path)),
                item("voices.clip.find", shown.isPresent(), () -> work.find(number, path, card.getScene().getWindow())),
                item("voices.clip.remove", shown.isPresent(), () -> card.reference().ifPresent(r -> session.edit(ProjectEdits.removeReference(number, r)))));
    }

    private MenuItem remove() {
        int number = card.speaker().number();
        long lines = session.document().lines().stream().filter(l -> l.speaker() == number).count();
        var item = Controls.item("voices.remove", () -> session.edit(ProjectEdits.removeSpeaker(number)));
        if (lines > 0) item.setText(Messages.of("voices.remove.busy", lines));
        item.setDisable(lines > 0);
        return item;
    }

    private void move(int by) {
        var order = session.document().conversation().speakers().stream().map(Speaker::number).toList();
        session.edit(ProjectEdits.moveSpeaker(card.speaker().number(), order.indexOf(card.speaker().number()) + by));
    }

    private static MenuItem item(String key, boolean enabled, Runnable action) {
        var item = Controls.item(key, action);
        item.setDisable(!enabled);
        return item;
    }

    /** Asks for a clip's style: the word by which lines choose it. */
    private static final class MoodPanel extends VBox {
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

    /** Speaks a sentence with the current clip, to hear how good it is; the script is not changed. */
    private static final class TestPanel extends VBox {
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
}
