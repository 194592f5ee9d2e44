package studio.parley.ui.script.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import studio.parley.problem.Problem;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.script.card.HighlightedText;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.session.ProjectSession;

/** Find and replace above the script; matches are highlighted in the cards. */
final class FindBar extends VBox {
    private final ProjectSession session;
    private final ScriptModel model;
    private final ScriptView view;
    private final FindModel search = new FindModel();
    private final TextField what = new TextField();
    private final TextField with = new TextField();
    private final Label count = Controls.label("", "muted", "small");
    private final ToggleButton matchCase = toggle("Aa", "script.find.case");
    private final ToggleButton word = toggle("W", "script.find.word");
    private final ToggleButton regex = toggle(".*", "script.find.regex");
    private final ToggleButton selection = toggle("", "script.find.selection");
    private final HBox replacing;
    private Optional<List<String>> scope = Optional.empty();
    private WayBack back = new WayBack(null, Optional.empty());

    /** Where the focus was before the bar opened. */
    private record WayBack(@Nullable Node focus, Optional<ScriptModel.Caret> caret) {}

    FindBar(ProjectSession session, ScriptModel model, ScriptView view) {
        this.session = session;
        this.model = model;
        this.view = view;
        getStyleClass().add("find-bar");
        what.setId("find-what");
        with.setId("replace-with");
        count.setId("find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        field(what, "script.find.prompt");
        field(with, "script.replace.prompt");
        selection.setText(Messages.of("script.find.selection.short"));
        var previous = Icons.button(MaterialDesignC.CHEVRON_UP, Messages.of("script.find.previous"), () -> step(-1));
        var next = Icons.button(MaterialDesignC.CHEVRON_DOWN, Messages.of("script.find.next"), () -> step(1));
        var close = Icons.button(MaterialDesignC.CLOSE, Messages.of("script.find.close"), this::close);
        var finding = new HBox(what, matchCase, word, regex, selection, count, previous, next, close);
        replacing = new HBox(with, button("replace-one", "script.replace.one", this::replace), button("replace-all", "script.replace.all", this::replaceAll));
        for (var row : List.of(finding, replacing)) row.getStyleClass().add("find-row");
        getChildren().addAll(finding, replacing);
        setVisible(false);
        Focus.keepKeys(this);
        listen();
    }

    private void listen() {
        what.textProperty().subscribe((was, is) -> look(true));
        for (var t : List.of(matchCase, word, regex, selection)) t.selectedProperty().subscribe((was, is) -> look(true));
        session.documentProperty().subscribe(d -> {
            if (isVisible()) look(false);
        });
        what.setOnAction(e -> step(1));
        with.setOnAction(e -> replace());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) close();
            else if (e.getCode() == KeyCode.ENTER && e.isShiftDown() && what.isFocused()) step(-1);
            else if (e.getCode() == KeyCode.TAB && e.isShiftDown() == with.isFocused() && replacing.isVisible() && (what.isFocused() || with.isFocused())) {
                go(with.isFocused() ? what : with);
            } else return;
            e.consume();
        });
    }

    private static void field(TextField field, String text) {
        field.setPromptText(Messages.of(text));
        field.setAccessibleHelp(Messages.of(text));
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    private static ToggleButton toggle(String label, String text) {
        var button = new ToggleButton(label);
        button.getStyleClass().addAll("flat", "small", "find-option");
        button.setAccessibleText(Messages.of(text));
        button.setTooltip(new Tooltip(Messages.of(text)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Button button(String id, String text, Runnable action) {
        var button = Controls.button(Messages.of(text), action);
        button.setId(id);
        return button;
    }

    private static void go(TextField field) {
        field.requestFocus();
        field.selectAll();
    }

    /** Opens with the editor's selection, with the replace row if requested; several selected lines can be searched separately. */
    void open(boolean replace) {
        var chosen = model.chosen();
        scope = chosen.size() > 1 ? Optional.of(chosen) : Optional.empty();
        Visibility.show(scope.isPresent(), selection);
        selection.setSelected(scope.isPresent());
        if (!isVisible()) back = new WayBack(view.getScene().getFocusOwner(), typed());
        var picked = view.typing().editor().getSelectedText();
        model.stopEditing();
        Visibility.show(replace, replacing);
        setVisible(true);
        view.setTop(this);
        if (!picked.isBlank()) what.setText(picked);
        look(true);
        go(what);
    }

    /** The caret position. */
    private Optional<ScriptModel.Caret> typed() {
        return model.caretProperty().get().map(c -> new ScriptModel.Caret(c.line(), view.typing().editor().getCaretPosition()));
    }

    void close() {
        if (!isVisible()) return;
        setVisible(false);
        view.setTop(null);
        view.refresh();
        back();
    }

    /** Editing continues where it was, or at the match; otherwise the focus returns. */
    private void back() {
        var before = back.focus();
        if (back.caret().isPresent()) {
            var caret = back.caret().get();
            if (model.current().equals(Optional.of(caret.line()))) model.edit(caret.line(), caret.at());
            else search.current().ifPresentOrElse(m -> model.edit(m.line(), m.to()), view::focusCurrent);
        } else if (before != null && before.getScene() != null && !Focus.isWithin(view, before) && !Focus.isWithin(this, before)) {
            before.requestFocus();
        }
        else view.focusCurrent();
    }

    List<HighlightedText.Mark> marks(String line) {
        return isVisible() ? search.marks(line) : List.of();
    }

    private void look(boolean fresh) {
        var within = selection.isSelected() ? scope : Optional.<List<String>>empty();
        var wanted = FindModel.of(what.getText(), regex.isSelected(), word.isSelected(), matchCase.isSelected());
        var from = model.current();
        search.look(wanted, within, session.document());
        if (fresh) from.ifPresent(line -> search.from(line, session.document()));
        show(fresh);
    }

    void step(int by) {
        if (!isVisible()) return;
        search.step(by);
        show(true);
    }

    private void show(boolean go) {
        what.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), !search.trouble().isEmpty() || search.count() == 0 && !what.getText().isEmpty());
        if (!search.trouble().isEmpty()) count.setText(search.trouble());
        else if (what.getText().isEmpty()) count.setText("");
        else count.setText(search.count() == 0 ? Messages.of("script.find.none") : Messages.of("script.find.count", search.number(), search.count()));
        if (go) search.current().ifPresent(m -> model.select(m.line()));
        view.refresh();
    }

    private void replace() {
        search.current().ifPresent(m -> guarded(() -> session.edit(search.wanted().replace(m, with.getText()))));
        show(true);
    }

    private void replaceAll() {
        int all = search.count();
        if (all == 0) return;
        guarded(() -> {
            session.edit(search.wanted().replaceAll(search.scope(), with.getText()));
            session.services().notices().info(Messages.of("script.replaced", all));
        });
    }

    private void guarded(Runnable edit) {
        try {
            edit.run();
        } catch (Problem e) {
            count.setText(String.valueOf(e.getMessage()));
        }
    }
}
