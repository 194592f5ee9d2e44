package studio.parley.ui.settings;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;

/** Rows of a name, a control, and an explanation. */
final class SettingsForm extends GridPane {
    private int rows;

    SettingsForm() {
        super(18, 14);
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setFillWidth(true);
        getColumnConstraints().addAll(names, fields);
        getStyleClass().add("form");
    }

    SettingsForm row(String name, Node field) {
        return row(name, field, "");
    }

    /** {@code words} is the explanation; the screen reader also gets the field's name. */
    SettingsForm row(String name, Node field, String words) {
        var label = Controls.label(name, "form-name");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        GridPane.setValignment(label, VPos.TOP);
        // As wide as the column, whatever is chosen.
        if (field instanceof ChoiceBox<?> choice) choice.setMaxWidth(Double.MAX_VALUE);
        var box = new VBox(4, field);
        box.setAlignment(Pos.CENTER_LEFT);
        if (!words.isEmpty()) box.getChildren().add(hint(words));
        if (field.getAccessibleText() == null) field.setAccessibleText(name);
        if (field.getAccessibleHelp() == null && !words.isEmpty()) field.setAccessibleHelp(words);
        addRow(rows++, label, box);
        return this;
    }

    /** A node over the whole width. */
    SettingsForm wide(Node node) {
        add(node, 0, rows++, 2, 1);
        return this;
    }

    static Label hint(String words) {
        return Controls.words(words, "muted", "small");
    }
}
