package studio.parley.ui.script.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Pronunciation;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.ProjectSession;

/**
 * Words with a different pronunciation, and the lines in which they occur, or which the model reads differently from how they are written. The
 * displayed text stays the same.
 */
final class PronunciationDialog {
    private final ProjectSession session;
    private final TableView<Pronunciation> table = new TableView<>();
    private final TextField written = new TextField();
    private final TextField spoken = new TextField();
    private final ListView<String> lines = new ListView<>();
    private final Label count = Controls.label("", "muted", "small");

    PronunciationDialog(ProjectSession session) {
        this.session = session;
    }

    void show(Scene scene) {
        var add = new Button(Messages.of("script.words.add"));
        add.setId("words-add");
        add.setMinWidth(Button.USE_PREF_SIZE);
        add.setOnAction(e -> add());
        var arrow = new Label("→");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        field(written, "words-written", "script.words.written");
        field(spoken, "words-spoken", "script.words.spoken");
        var row = Controls.row(8, written, arrow, spoken, add);
        table();
        lines.setId("words-lines");
        lines.setPrefHeight(150);
        lines.setMinHeight(110);
        table.setMinHeight(110);
        lines.setPlaceholder(wrapped("script.words.nowhere"));
        lines.setAccessibleText(Messages.of("script.words.lines"));
        var body = new VBox(10, row, table, count, lines);
        body.setPrefSize(Math.min(620, scene.getWidth() - 120), Math.min(520, scene.getHeight() - 170));
        var sheet = new ModalDialog(Messages.of("script.words.title"), body);
        sheet.button("words-done", Messages.of("script.words.done"), sheet::close).setDefaultButton(false);
        var listening = session.documentProperty().subscribe(d -> fill());
        sheet.onClosed(listening::unsubscribe);
        sheet.over(scene);
        written.requestFocus();
    }

    private void field(TextField field, String id, String prompt) {
        field.setId(id);
        field.setPromptText(Messages.of(prompt));
        field.setAccessibleHelp(Messages.of(prompt));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(e -> add());
        field.textProperty().subscribe((was, is) -> preview());
    }

    private void table() {
        table.setId("words-table");
        table.setEditable(true);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(wrapped("script.words.none"));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getColumns().setAll(List.of(column("script.words.written", true), column("script.words.spoken", false)));
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(this::remove);
        });
        table.getSelectionModel().selectedItemProperty().subscribe((was, is) -> preview());
    }

    private TableColumn<Pronunciation, String> column(String title, boolean isWritten) {
        var column = new TableColumn<Pronunciation, String>(Messages.of(title));
        column.setCellValueFactory(p -> new ReadOnlyStringWrapper(isWritten ? p.getValue().written() : p.getValue().spoken()));
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setOnEditCommit(e -> {
            var old = e.getRowValue();
            var word = e.getNewValue().strip();
            if (isWritten && word.isEmpty()) remove(old);
            else replace(old, isWritten ? new Pronunciation(word, old.spoken()) : new Pronunciation(old.written(), word));
        });
        return column;
    }

    private void fill() {
        var selected = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(session.document().pronunciations());
        table.getSelectionModel().select(selected);
        preview();
    }

    private void add() {
        if (written.getText().isBlank() || spoken.getText().isBlank()) return;
        var all = new ArrayList<>(session.document().pronunciations());
        all.removeIf(p -> p.written().equalsIgnoreCase(written.getText().strip()));
        all.add(new Pronunciation(written.getText(), spoken.getText()));
        session.edit(ProjectEdits.pronunciations(all));
        written.clear();
        spoken.clear();
        written.requestFocus();
    }

    private void remove(Pronunciation gone) {
        session.edit(ProjectEdits.pronunciations(session.document().pronunciations().stream().filter(p -> p != gone).toList()));
    }

    private void replace(Pronunciation old, Pronunciation now) {
        session.edit(ProjectEdits.pronunciations(session.document().pronunciations().stream().map(p -> p == old ? now : p).toList()));
    }

    /** The lines in which a word occurs, as they will be spoken: the word being typed, else the selected one. */
    private void preview() {
        var typed = written.getText().isBlank() ? Optional.<Pronunciation>empty() : Optional.of(new Pronunciation(written.getText(), spoken.getText()));
        var one = typed.or(() -> Optional.ofNullable(table.getSelectionModel().getSelectedItem()));
        var found = affected(session.document(), one.map(List::of).orElseGet(session.document()::pronunciations), session.speech().defaults());
        lines.getItems().setAll(found);
        count.setText(Messages.of("script.words.count", found.size()));
    }

    /** "3 Ann: …" for every line these words change, or the model's reading if there are none, as it will be spoken. */
    static List<String> affected(Document document, List<Pronunciation> words, ModelDefaults defaults) {
        var out = new ArrayList<String>();
        for (int i = 0; i < document.lines().size(); i++) {
            var line = document.lines().get(i);
            var replaced = Pronunciation.apply(words, line.text());
            var said = defaults.spoken(replaced);
            if (!(words.isEmpty() ? said : replaced).equals(line.text())) out.add(i + 1 + "  " + document.conversation().speaker(line.speaker()).name() + ": " + said.replace('\n', ' '));
        }
        return out;
    }

    private static Label wrapped(String key) {
        var label = Controls.words(Messages.of(key), "nothing");
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }
}
