package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.studio.document.Selection;
import studio.parley.ui.kit.Command;
import studio.parley.ui.kit.Texts;

/** All commands of a whole window with a project open. */
class CommandsTest {
    @TempDir
    Path home;

    @Test
    void everyCommandHasALabelAndAKeyOfItsOwn() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            var wrong = new ArrayList<String>();
            Fx.run(() -> {
                var taken = new HashMap<KeyCombination, Command>();
                shell.desk().select(Selection.of(shell.desk().document().lines().getFirst().id()));
                for (var command : shell.tools.commands().all()) {
                    if (!Texts.has("commands." + command.id())) wrong.add(command.id() + " has no label");
                    var key = shell.tools.commands().key(command.id());
                    if (key.isEmpty()) wrong.add(command.id() + " has no key");
                    else {
                        var other = taken.putIfAbsent(key.get(), command);
                        if (!(key.get() instanceof javafx.scene.input.KeyCodeCombination)) wrong.add(command.id() + " has no key code: " + key.get());
                        // Two may share a key when each works only while its own part of the window has the focus, as Delete does.
                        boolean both = other != null && (command.enabled().get() || other.enabled().get() || command.group().equals(other.group()));
                        if (both) wrong.add(command.id() + " and " + other.id() + " share " + key.get());
                    }
                }
            });
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void theMenuHoldsEveryCommandUnderAName() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            MainMenu menu = shell.fx.find("#menu");
            Fx.run(menu::fill);
            var contents = Fx.call(menu::contents);
            assertTrue(contents.keySet().containsAll(List.of("File", "Edit", "View", "Play", "Render", "Help")), contents.keySet().toString());
            long offered = contents.values().stream().mapToLong(List::size).sum();
            assertEquals(Fx.call(() -> shell.tools.commands().all().stream().filter(c -> !MainMenu.isSecondKey(shell.tools.commands(), c)).count()), offered);
        }
    }
}
