package studio.parley.ui.kit.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.ModalLayer;

/**
 * All commands of the window with their current keys. Views add theirs when they are created; a later one with the same id replaces the
 * earlier. A key without Ctrl, Alt or Meta does nothing while text is typed or a part that keeps its keys has the focus
 * ({@link Focus#keepKeys}), and no key does while a menu or list is open over the window. JavaFX thread only.
 */
public final class Commands {
    private final Map<String, Command> all = new LinkedHashMap<>();
    private final Map<String, Optional<KeyCombination>> changed;
    /** The key of the last command, until it is released: it must not type into a field that the command opens. */
    private @Nullable KeyCode held;

    /** @param changed keys set by the user, by command id; empty: none */
    public Commands(Map<String, Optional<KeyCombination>> changed) {
        this.changed = new LinkedHashMap<>(changed);
    }

    public void add(Command... commands) {
        for (var command : commands) all.put(command.id(), command);
    }

    /** Removes all commands, but not the user's keys: before the views of another project add theirs. */
    public void clear() {
        all.clear();
    }

    public Collection<Command> all() {
        return List.copyOf(all.values());
    }

    public boolean has(String id) {
        return all.containsKey(id);
    }

    public Command get(String id) {
        var found = all.get(id);
        if (found == null) throw new IllegalArgumentException("no command " + id);
        return found;
    }

    /** Runs a command, if it is enabled. */
    public void run(String id) {
        var command = get(id);
        if (command.enabled().get()) command.action().run();
    }

    public Optional<KeyCombination> key(String id) {
        var own = changed.get(id);
        return own != null ? own : get(id).key();
    }

    /** Assigns a command another key or none; returns the commands that lost it. */
    public List<Command> rebind(String id, Optional<KeyCombination> key) {
        var lost = new ArrayList<Command>();
        if (key.isPresent()) for (var other : all.values()) {
            if (!other.id().equals(id) && key(other.id()).equals(key)) {
                changed.put(other.id(), Optional.empty());
                lost.add(other);
            }
        }
        changed.put(id, key);
        return lost;
    }

    /** Restores all default keys. */
    public void reset() {
        changed.clear();
    }

    /** The user's changes, for the settings. */
    public Map<String, Optional<KeyCombination>> changed() {
        return Map.copyOf(changed);
    }

    /** Handles the keys of a scene. */
    public void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (held != null) event.consume();
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == held) held = null;
        });
        // A key released elsewhere, in a file dialog, is not reported.
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(focused -> held = null);
    }

    private void pressed(Scene scene, KeyEvent event) {
        var owner = scene.getFocusOwner();
        boolean typing = isTyping(owner);
        boolean taken = isPlain(event) && (typing || Focus.keepsKeys(owner)) || Focus.isPopupOpen(scene);
        boolean free = !taken && !ModalLayer.isOpen(scene) && !isForControl(owner, event);
        boolean repeats = event.getCode() == held;
        if (!repeats) held = null;
        if (free) asked(event, typing).ifPresent(command -> {
            held = event.getCode();
            event.consume();
            command.action().run();
            // A field reached by a key is selected, so that typing replaces its text.
            if (scene.getFocusOwner() instanceof TextField field && field != owner) field.selectAll();
        });
        else if (repeats) event.consume();
    }

    private Optional<Command> asked(KeyEvent event, boolean typing) {
        if (typing && (belongsToText(event) || typesByLayout(System.getProperty("os.name", ""), event))) return Optional.empty();
        return all.values().stream().filter(c -> key(c.id()).filter(k -> k.match(event)).isPresent() && c.enabled().get()).findFirst();
    }

    /** Whether letters are typed into text: a field, or a box that has one. */
    private static boolean isTyping(@Nullable Node owner) {
        return switch (owner) {
            case TextInputControl field -> true;
            case ComboBox<?> box -> box.isEditable();
            case Spinner<?> spinner -> spinner.isEditable();
            case null, default -> false;
        };
    }

    /** With the keyboard, Space presses the button that shows the focus; sliders and choices keep their keys. */
    private static boolean isForControl(@Nullable Node owner, KeyEvent event) {
        if (owner == null || !owner.isFocusVisible() || !isPlain(event)) return false;
        return switch (event.getCode()) {
            case SPACE, ENTER -> owner instanceof ButtonBase || owner instanceof ComboBoxBase || owner instanceof ChoiceBox;
            case HOME, END, PAGE_UP, PAGE_DOWN -> owner instanceof Slider || owner instanceof ComboBoxBase || owner instanceof ChoiceBox;
            default -> false;
        };
    }

    private static boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.getCode().isFunctionKey();
    }

    /** Cut, copy, paste and select all apply to the text being typed; undo applies to the document, whose history includes typing. */
    private static boolean belongsToText(KeyEvent event) {
        return event.isShortcutDown() && !event.isShiftDown() && switch (event.getCode()) {
            case C, X, V, A, LEFT, RIGHT, HOME, END, BACK_SPACE, DELETE -> true;
            default -> false;
        };
    }

    /**
     * Whether keyboard layouts have a character there: AltGr is reported as Ctrl+Alt on Windows (Polish ą, German @), and Option types on a
     * Mac.
     */
    public static boolean typesByLayout(String system, KeyEvent event) {
        var code = event.getCode();
        if (code.isFunctionKey() || code.isNavigationKey() || code.isWhitespaceKey() || code.isModifierKey()) return false;
        if (code == KeyCode.BACK_SPACE || code == KeyCode.DELETE || code == KeyCode.ESCAPE || !event.isAltDown()) return false;
        if (system.startsWith("Windows")) return event.isControlDown();
        return system.startsWith("Mac") && !event.isControlDown() && !event.isMetaDown();
    }

    /** An entry of a context menu. */
    public MenuItem item(String id) {
        var item = new MenuItem(get(id).label());
        item.setId(id.replace('.', '-'));
        item.setDisable(!get(id).enabled().get());
        key(id).ifPresent(item::setAccelerator);
        item.setOnAction(e -> run(id));
        return item;
    }

    /** For a tooltip: the label, and the key in brackets. */
    public String hint(String id) {
        return get(id).label() + shortcut(id);
    }

    /** For a text that names what a command does: a space and its key in brackets, or nothing. */
    public String shortcut(String id) {
        return has(id) ? key(id).map(k -> " (" + k.getDisplayText() + ")").orElse("") : "";
    }

    /** Whether a node or its ancestor has the focus. */
    public static boolean hasFocus(Node node) {
        var scene = node.getScene();
        for (var at = scene == null ? null : scene.getFocusOwner(); at != null; at = at.getParent()) if (at == node) return true;
        return false;
    }
}
