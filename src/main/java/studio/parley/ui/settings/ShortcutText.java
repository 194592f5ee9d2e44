package studio.parley.ui.settings;

import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Commands;

/** Shortcuts for people. */
final class ShortcutText {
    private ShortcutText() {}

    /** The pressed combination; empty while it is only modifiers. */
    static Optional<KeyCombination> pressed(KeyEvent event) {
        if (event.getCode().isModifierKey() || event.getCode() == KeyCode.UNDEFINED) return Optional.empty();
        var held = new ArrayList<KeyCombination.Modifier>();
        if (event.isShortcutDown()) held.add(KeyCombination.SHORTCUT_DOWN);
        if (event.isShiftDown()) held.add(KeyCombination.SHIFT_DOWN);
        if (event.isAltDown()) held.add(KeyCombination.ALT_DOWN);
        boolean mac = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT).startsWith("mac");
        if (mac && event.isControlDown()) held.add(KeyCombination.CONTROL_DOWN);
        if (!mac && event.isMetaDown()) held.add(KeyCombination.META_DOWN);
        return Optional.of(new KeyCodeCombination(event.getCode(), held.toArray(KeyCombination.Modifier[]::new)));
    }

    static String words(Optional<KeyCombination> key) {
        return key.map(KeyCombination::getDisplayText).orElse(Messages.of("settings.keys.none"));
    }

    /** All commands by group with their keys, as text for printing. */
    static String list(Commands commands) {
        var out = new StringBuilder();
        var group = "";
        for (var command : KeysPage.sorted(commands)) {
            if (!command.group().equals(group)) {
                group = command.group();
                out.append(out.isEmpty() ? "" : "\n").append(KeysPage.title(group)).append('\n');
            }
            out.append(String.format("  %-28s %s%n", commands.key(command.id()).map(KeyCombination::getDisplayText).orElse(""), command.label()));
        }
        return out.toString();
    }
}
