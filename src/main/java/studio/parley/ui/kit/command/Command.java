package studio.parley.ui.kit.command;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import studio.parley.ui.kit.Messages;

/**
 * A command that a person can run by key, palette, menu or button.
 *
 * @param id stable, such as {@code script.split}; its label is the text {@code commands.script.split}, its group the id's first part
 * @param key the default shortcut, in {@link KeyCombination#valueOf} form
 * @param enabled when it can be run
 */
public record Command(String id, Optional<KeyCombination> key, ObservableBooleanValue enabled, Runnable action) {
    public static Command of(String id, String key, Runnable action) {
        return of(id, key, Bindings.createBooleanBinding(() -> true), action);
    }

    /** {@code key} may be empty: then it has none until the user assigns one. */
    public static Command of(String id, String key, ObservableBooleanValue enabled, Runnable action) {
        return new Command(id, key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key)), enabled, action);
    }

    public String label() {
        return Messages.of("commands." + id);
    }

    public String group() {
        return id.substring(0, id.indexOf('.'));
    }
}
