package studio.parley.ui.script;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Texts;

/** A script without lines: how to begin. */
final class EmptyScript extends VBox {
    EmptyScript(Desk desk, LineActions actions) {
        getStyleClass().add("empty-script");
        setAlignment(Pos.CENTER);
        var title = new Label(Texts.of("script.nothing"));
        title.getStyleClass().add("title");
        var hint = new Label(Texts.of("script.nothing.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        var type = new Button(Texts.of("script.nothing.type"));
        type.setId("first-line");
        type.getStyleClass().add("accent");
        type.setOnAction(e -> actions.begin());
        var paste = new Button(Texts.of("script.nothing.paste"));
        paste.setId("paste-script");
        paste.setOnAction(e -> desk.tools().commands().run("script.paste.preview"));
        var buttons = new HBox(10, type, paste);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(title, hint, buttons);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
