package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.shell.menu.MainMenu;
import studio.parley.ui.shell.menu.MenuPlan;

/** All commands of a whole window with a project open. */
class CommandsTest {
    /** What a window manager adds above the window. */
    private static final double TITLE_BAR = 24;
    @TempDir
    Path home;

    @Test
    void everyCommandHasALabelAndAKeyOfItsOwn() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            var wrong = new ArrayList<String>();
            Fx.run(() -> {
                var taken = new HashMap<KeyCombination, Command>();
                shell.session().select(Selection.of(shell.session().document().lines().getFirst().id()));
                shell.fx.stage.getScene().getRoot().requestFocus();
                for (var command : shell.services.commands().all()) {
                    if (!Messages.has("commands." + command.id())) wrong.add(command.id() + " has no label");
                    var key = shell.services.commands().key(command.id());
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
    void everyLabelBelongsToACommand() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            var labels = new TreeSet<>(ResourceBundle.getBundle("studio.parley.ui.commands").keySet());
            Fx.run(() -> shell.services.commands().all().forEach(c -> labels.remove(c.id())));
            assertEquals(Set.of(), labels);
        }
    }

    @Test
    void everyCommandIsInOneOfEightMenus() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            MainMenu menu = shell.fx.find("#menu");
            var contents = Fx.call(menu::contents);
            assertEquals(List.of("File", "Edit", "View", "Line", "Voice", "Transport", "Render", "Help"), List.copyOf(contents.keySet()));
            assertEquals("Quit", contents.get("File").getLast());
            var offered = new ArrayList<>(contents.values().stream().flatMap(List::stream).filter(l -> !l.equals("-")).toList());
            var commands = shell.services.commands();
            var wanted = new ArrayList<>(Fx.call(() -> commands.all().stream().filter(c -> !MenuPlan.isSecondKey(commands, c)).map(Command::label).toList()));
            wanted.add("test");
            var missing = new ArrayList<>(wanted);
            offered.forEach(missing::remove);
            assertEquals(List.of(), missing);
            wanted.forEach(offered::remove);
            assertEquals(List.of(), offered);
        }
    }

    /** Alt and the letter of a menu open it, also while text is typed: no command takes that key away. */
    @Test
    void everyMenuIsOpenedByItsLetter() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            MainMenu bar = shell.fx.find("#menu");
            var letters = Fx.call(() -> bar.getMenus().stream().map(m -> m.getText().substring(m.getText().indexOf('_') + 1, m.getText().indexOf('_') + 2).toUpperCase(java.util.Locale.ROOT)).toList());
            assertEquals(List.of("F", "E", "V", "L", "O", "T", "R", "H"), letters);
            for (int i = 0; i < letters.size(); i++) {
                var wanted = KeyCombination.valueOf("Alt+" + letters.get(i));
                assertEquals(List.of(), Fx.call(() -> shell.services.commands().all().stream().filter(c -> c.key().equals(Optional.of(wanted))).map(Command::id).toList()));
                if (i == 1) shell.fx.click(".line-card:current .words");
                shell.fx.key(javafx.scene.input.KeyCode.ALT, javafx.scene.input.KeyCode.valueOf(letters.get(i)));
                var menu = bar.getMenus().get(i);
                assertTrue(Fx.call(menu::isShowing), letters.get(i));
                Fx.run(menu::hide);
                Fx.settle();
            }
        }
    }

    /** What cannot be done now is grey in its place, so that no entry moves; recent projects are there at once. */
    @Test
    void entriesKeepTheirPlaces() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            MainMenu menu = shell.fx.find("#menu");
            var open = Fx.call(menu::contents);
            shell.command("file.close");
            MainMenu closed = shell.fx.find("#menu");
            assertEquals(open, Fx.call(closed::contents));
        }
    }

    /** A key that a menu has listens everywhere; keys of commands do not while somebody types. */
    @Test
    void aMenuThatWasOpenLeavesNoKeyBehind() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            MainMenu menu = shell.fx.find("#menu");
            assertTrue(Fx.call(() -> {
                shell.services.commands().run("view.menu");
                return menu.getMenus().getFirst().isShowing() && menu.getMenus().getFirst().getItems().getFirst().getAccelerator() != null;
            }));
            Fx.run(() -> menu.getMenus().getFirst().hide());
            Fx.settle();
            assertEquals(java.util.Set.of(), Fx.call(() -> java.util.Set.copyOf(shell.fx.stage.getScene().getAccelerators().keySet()).stream()
                    .filter(k -> k.getName().contains("Shortcut")).collect(java.util.stream.Collectors.toSet())));
        }
    }

    /** In a window of 1280 × 720 every menu, opened below the menu bar, and every submenu shows all its entries without scrolling. */
    @Test
    void everyMenuFitsBelowTheMenuBarOfASmallWindow() throws Exception {
        try (var shell = Shell.lighthouse(home, 2)) {
            MainMenu bar = shell.fx.find("#menu");
            double room = 720 - TITLE_BAR - Fx.call(() -> bar.localToScene(bar.getBoundsInLocal()).getMaxY());
            var tall = new ArrayList<String>();
            for (var menu : bar.getMenus()) {
                Fx.run(menu::show);
                Fx.settle();
                var height = Fx.call(() -> new MenuHeight(menu));
                Stream.concat(Stream.of(menu), menu.getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast))
                        .filter(m -> height.of(m) > room).forEach(m -> tall.add(m.getText() + ": " + height.of(m)));
                Fx.run(menu::hide);
                Fx.settle();
            }
            assertEquals(List.of(), tall, "more than " + room);
        }
    }

    /** Heights of menus, by what one menu that is shown measures. */
    private record MenuHeight(double row, double line, double frame) {
        MenuHeight(Menu shown) {
            this(row(shown, ".menu-item", 0), row(shown, ".separator-menu-item", 9), 16);
            assertTrue(row > 15 && of(shown) >= shown.getItems().getFirst().getParentPopup().getHeight() - 2, shown.getText() + ": " + this);
        }

        private static double row(Menu shown, String style, double usual) {
            return shown.getItems().getFirst().getParentPopup().getSkin().getNode().lookupAll(style).stream().filter(n -> n instanceof Region)
                    .mapToDouble(n -> ((Region) n).getHeight()).max().orElse(usual);
        }

        double of(Menu menu) {
            long lines = menu.getItems().stream().filter(SeparatorMenuItem.class::isInstance).count();
            return (menu.getItems().size() - lines) * row + lines * line + frame;
        }
    }
}
