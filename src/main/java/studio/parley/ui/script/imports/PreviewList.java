package studio.parley.ui.script.imports;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.SpeakerColour;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.script.imports.ImportPreview.Entry;
import studio.parley.ui.script.imports.ImportPreview.Kind;

/** The lines of the preview, with the change of each. */
final class PreviewList extends ListView<Entry> {
    private final Theme theme;
    private boolean changes;

    PreviewList(Theme theme) {
        this.theme = theme;
        setId("import-preview");
        getStyleClass().add("import-preview");
        setAccessibleText(Messages.of("script.import.preview"));
        setPlaceholder(new Label(Messages.of("script.import.nothing")));
        setCellFactory(l -> new Cell());
        setMinHeight(60);
    }

    void show(List<Entry> entries, boolean asChanges) {
        if (entries.equals(getItems()) && asChanges == changes) return;
        changes = asChanges;
        getItems().setAll(entries);
    }

    private final class Cell extends ListCell<Entry> {
        private final Label sign = Controls.label("", "change-sign");
        private final Label name = Controls.label("", "preview-name");
        private final Label words = new Label();
        private final Label before = Controls.label("", "preview-before");
        private final HBox row;

        Cell() {
            name.setMinWidth(Region.USE_PREF_SIZE);
            for (var label : List.of(words, before)) {
                label.setWrapText(true);
                label.setMinWidth(0);
            }
            var text = new VBox(before, words);
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMinWidth(0);
            row = new HBox(8, sign, name, text);
            row.setAlignment(Pos.TOP_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : row);
            for (var kind : Kind.values()) getStyleClass().remove(style(kind));
            if (empty || entry == null) return;
            var kind = Messages.of("script.change." + entry.kind().name().toLowerCase(Locale.ROOT));
            sign.setText(Messages.of("script.sign." + entry.kind().name().toLowerCase(Locale.ROOT)));
            Visibility.show(changes, sign);
            if (changes) getStyleClass().add(style(entry.kind()));
            name.setText(entry.speaker());
            name.setTextFill(SpeakerColour.strong(entry.colour(), theme.isDark()));
            words.setText(entry.words());
            before.setText(entry.before());
            Visibility.show(!entry.before().isEmpty(), before);
            setAccessibleText((changes ? kind + ": " : "") + entry.speaker() + ", " + entry.words());
        }

        private static String style(Kind kind) {
            return "change-" + kind.name().toLowerCase(Locale.ROOT);
        }
    }
}
