package studio.parley.ui.voices;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import studio.parley.ui.kit.InlineField;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/** A few sentences that are edited in place: in quotes until clicked; leaving or Ctrl+Enter commits, Escape reverts. */
final class InlineText extends StackPane {
    private final Button shown = new Button();
    private final TextArea area = new TextArea();
    private final Consumer<String> commit;
    private final String prompt;
    private final Runnable left;
    private String kept = "";

    /** @param prompt shown if there is no text; {@code left} is called after editing, whether or not anything has changed */
    InlineText(String name, String prompt, Consumer<String> commit, Runnable left) {
        this.commit = commit;
        this.left = left;
        this.prompt = prompt;
        getStyleClass().add("inline-text");
        shown.getStyleClass().addAll("flat", "quote");
        shown.setWrapText(true);
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.setOnAction(e -> edit());
        shown.setAccessibleHelp(name);
        area.setAccessibleText(name);
        area.setWrapText(true);
        area.setPrefRowCount(3);
        Visibility.show(false, area);
        area.focusedProperty().subscribe((was, is) -> {
            if (was && !is) keep();
        });
        area.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                area.setText(kept);
                keep();
                shown.requestFocus();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                keep();
                shown.requestFocus();
                e.consume();
            }
        });
        getChildren().addAll(shown, area);
        show("");
    }

    void show(String words) {
        kept = words;
        shown.setText(words.isBlank() ? prompt : Messages.of("voices.quoted", words.strip()));
        shown.pseudoClassStateChanged(InlineField.SET, !words.isBlank());
        if (!area.isVisible()) area.setText(words);
    }

    /** Opens the text for editing. */
    void edit() {
        area.setText(kept);
        swap(true);
        area.requestFocus();
        area.end();
    }

    private void keep() {
        if (!area.isVisible()) return;
        swap(false);
        if (!area.getText().strip().equals(kept.strip())) commit.accept(area.getText().strip());
        left.run();
    }

    /** Whether it is being edited. */
    boolean isEdited() {
        return area.isVisible();
    }

    private void swap(boolean editing) {
        Visibility.show(editing, area);
        Visibility.show(!editing, shown);
    }
}
