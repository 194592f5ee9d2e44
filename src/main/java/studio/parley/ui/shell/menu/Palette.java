package studio.parley.ui.shell.menu;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.kit.Visibility;

/** The command palette: type a few letters, press Enter. Commands, lines and recent projects. */
public final class Palette {
    private final PaletteEntries entries;
    private final TextField query = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private @Nullable ModalLayer overlay;

    public Palette(PaletteEntries entries) {
        this.entries = entries;
    }

    public void show(Scene scene) {
        query.setId("palette-query");
        query.setPromptText(Messages.of("shell.palette.prompt"));
        query.textProperty().subscribe(this::search);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setPrefHeight(Math.min(440, scene.getHeight() * 0.6));
        list.setCellFactory(l -> new Cell());
        list.setOnMouseClicked(e -> choose());
        list.setPlaceholder(new Label(Messages.of("shell.palette.nothing")));
        var card = new VBox(query, list);
        card.getStyleClass().add("palette");
        card.setPrefWidth(Math.min(680, scene.getWidth() - 80));
        StackPane.setMargin(card, new Insets(Math.max(20, scene.getHeight() * 0.1), 0, 0, 0));
        overlay = ModalLayer.show(scene, card, Messages.of("shell.palette.title"), Pos.TOP_CENTER, () -> { });
        query.requestFocus();
    }

    private void search(String text) {
        list.getItems().setAll(entries.matching(text));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> 8;
            case PAGE_UP -> -8;
            default -> 0;
        };
        switch (event.getCode()) {
            case ENTER -> choose();
            case TAB -> { }
            default -> {
                if (step == 0) return;
                int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, list.getItems().size() - 1));
                list.getSelectionModel().select(next);
                list.scrollTo(Math.max(0, next - 5));
            }
        }
        event.consume();
    }

    private void choose() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null || !chosen.enabled() || overlay == null) return;
        overlay.close();
        // After the focus has returned: some commands depend on it.
        Platform.runLater(chosen.action());
    }

    private static final class Cell extends ListCell<PaletteEntry> {
        private final Label words = new Label();
        private final Label group = Controls.label("", "muted", "small");
        private final Label key = Controls.label("", "key");
        private final HBox row = Controls.row(10, words, group, key);

        Cell() {
            words.setMinWidth(0);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            group.setMinWidth(USE_PREF_SIZE);
            key.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : row);
            if (empty || entry == null) return;
            words.setText(entry.words());
            group.setText(entry.group());
            key.setText(entry.hint());
            Visibility.show(!entry.hint().isEmpty(), key);
            row.setDisable(!entry.enabled());
            setAccessibleText(entry.words() + ", " + entry.group() + (entry.hint().isEmpty() ? "" : ", " + entry.hint()));
        }
    }
}
