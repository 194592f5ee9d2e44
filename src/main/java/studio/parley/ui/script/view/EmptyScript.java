package studio.parley.ui.script.view;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.script.model.LineActions;
import studio.parley.ui.session.ProjectSession;

/** A script without lines: a field whose first letter becomes the first line, and other ways to begin. */
final class EmptyScript extends VBox {
    private final TextField words;

    EmptyScript(ProjectSession session, LineActions actions) {
        getStyleClass().add("empty-script");
        setAlignment(Pos.CENTER);
        var title = Controls.label(Messages.of("script.nothing"), "title");
        var hint = Controls.words(Messages.of("script.nothing.hint"), "muted");
        hint.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        words = new TextField() {
            @Override
            public void paste() {
                var text = Clipboard.getSystemClipboard().getString();
                if (text == null || !actions.pastedScript(text)) super.paste();
            }
        };
        words.setId("first-line");
        words.setPromptText(Messages.of("script.nothing.type"));
        words.setAccessibleHelp(Messages.of("script.nothing.type"));
        words.textProperty().subscribe((was, is) -> {
            if (is.isEmpty()) return;
            actions.begin(is);
            Platform.runLater(words::clear);
        });
        words.setOnAction(e -> actions.begin());
        var paste = new Button(Messages.of("script.nothing.paste"));
        paste.setId("paste-script");
        paste.setOnAction(e -> session.services().commands().run("script.paste.preview"));
        getChildren().addAll(title, hint, words, paste);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void takeFocus() {
        words.requestFocus();
    }
}
