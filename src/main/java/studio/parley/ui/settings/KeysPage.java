package studio.parley.ui.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.io.Disk;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FuzzyMatcher;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.kit.dialog.ConfirmDialog;
import studio.parley.ui.session.AppServices;

/** All commands with their keys; press a key's button, then the new keys. */
final class KeysPage extends VBox {
    private static final List<String> ORDER = List.of("file", "edit", "view", "script", "line", "takes", "checks", "voices", "timeline", "transport", "render", "help");
    private final AppServices services;
    private final VBox rows = new VBox(2);
    private final Label notice = Controls.words("", "wary");
    private final TextField search = new TextField();
    private final Button reset = button("keys-reset", "settings.keys.reset", this::askToReset);

    KeysPage(AppServices services) {
        super(12);
        this.services = services;
        getStyleClass().add("form");
        search.setId("keys-search");
        search.setPromptText(Messages.of("settings.keys.search"));
        var copy = button("keys-copy", "settings.keys.copy", this::copy);
        var save = button("keys-save", "settings.keys.save", this::save);
        notice.setId("keys-notice");
        notice.setManaged(false);
        rows.setId("keys");
        getChildren().addAll(search, new FlowPane(8, 8, copy, save, reset), SettingsForm.hint(Messages.of("settings.keys.words")), notice, rows);
        search.textProperty().subscribe(this::fill);
    }

    /** The search field has the focus, because people come here to search. */
    void search() {
        search.requestFocus();
    }

    static List<Command> sorted(Commands commands) {
        var all = new ArrayList<>(commands.all());
        all.sort(Comparator.comparingInt((Command c) -> ORDER.contains(c.group()) ? ORDER.indexOf(c.group()) : ORDER.size()).thenComparing(Command::group));
        return all;
    }

    static String title(String group) {
        return Messages.has("shell.group." + group) ? Messages.of("shell.group." + group) : group;
    }

    private static Button button(String id, String text, Runnable action) {
        var button = Controls.button(Messages.of(text), action);
        button.setId(id);
        return button;
    }

    private void fill(String query) {
        reset.setDisable(services.commands().changed().isEmpty());
        rows.getChildren().clear();
        var group = "";
        for (var command : sorted(services.commands())) {
            var key = services.commands().key(command.id()).map(KeyCombination::getDisplayText).orElse("");
            if (FuzzyMatcher.score(query, title(command.group()) + " " + command.label() + " " + key).isEmpty()) continue;
            if (!command.group().equals(group)) {
                group = command.group();
                var heading = Controls.label(title(group), "heading", "keys-group");
                rows.getChildren().add(heading);
            }
            rows.getChildren().add(row(command));
        }
    }

    private HBox row(Command command) {
        var label = Controls.words(command.label());
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        var key = new Button();
        key.setId("key-" + command.id().replace('.', '-'));
        key.getStyleClass().addAll("key-button");
        key.setMinWidth(USE_PREF_SIZE);
        show(key, command);
        key.setOnAction(e -> listen(key, command));
        var row = Controls.row(10, label, key);
        row.getStyleClass().add("keys-row");
        return row;
    }

    private void show(Button key, Command command) {
        key.setText(ShortcutText.words(services.commands().key(command.id())));
        key.setAccessibleText(command.label() + ": " + key.getText());
        key.getStyleClass().remove("changed");
        if (services.commands().changed().containsKey(command.id())) key.getStyleClass().add("changed");
    }

    /** Until keys are pressed, or Escape; Backspace clears the shortcut. */
    private void listen(Button key, Command command) {
        key.setText(Messages.of("settings.keys.press"));
        key.setAccessibleText(key.getText());
        key.addEventFilter(KeyEvent.KEY_PRESSED, new javafx.event.EventHandler<KeyEvent>() {
            @Override
            public void handle(KeyEvent event) {
                event.consume();
                var pressed = ShortcutText.pressed(event);
                if (pressed.isEmpty()) return;
                key.removeEventFilter(KeyEvent.KEY_PRESSED, this);
                boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
                if (plain && event.getCode() == KeyCode.ESCAPE) show(key, command);
                else bind(command, plain && event.getCode() == KeyCode.BACK_SPACE ? Optional.empty() : pressed);
            }
        });
    }

    private void bind(Command command, Optional<KeyCombination> key) {
        var lost = services.commands().rebind(command.id(), key);
        services.preferences().keys(services.commands().changed());
        tell(lost.isEmpty() ? "" : Messages.of("settings.keys.lost", ShortcutText.words(key), lost.getFirst().label(), command.label()));
        fill(search.getText());
        if (rows.lookup("#key-" + command.id().replace('.', '-')) instanceof Button again) again.requestFocus();
    }

    private void tell(String words) {
        notice.setText(words);
        notice.setManaged(!words.isEmpty());
    }

    private void askToReset() {
        ConfirmDialog.ask(getScene(), Messages.of("settings.keys.reset"), Messages.of("settings.keys.reset.words", services.commands().changed().size()),
                Messages.of("settings.keys.reset.yes"), this::reset);
    }

    private void reset() {
        services.commands().reset();
        services.preferences().keys(services.commands().changed());
        tell("");
        fill(search.getText());
    }

    private void copy() {
        Controls.copy(ShortcutText.list(services.commands()));
    }

    private void save() {
        var text = ShortcutText.list(services.commands());
        FileDialogs.system().save(getScene().getWindow(), Messages.of("settings.keys.save"), "parley-keys.txt").ifPresent(file ->
                services.notices().attempt("keys").write(() -> {
                    Disk.write(file, text);
                    return file;
                }, done -> services.notices().info(Messages.of("settings.keys.saved", file.getFileName().toString()))));
    }
}
