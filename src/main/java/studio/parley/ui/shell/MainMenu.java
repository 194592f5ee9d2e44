package studio.parley.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import studio.parley.ui.kit.Command;
import studio.parley.ui.kit.Commands;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Texts;

/** Everything one can ask for, by group, with the keys it has now; built anew each time it opens. */
final class MainMenu extends MenuButton {
    /** The order of the groups; others follow. */
    static final List<String> GROUPS = List.of("file", "edit", "view", "script", "line", "takes", "checks", "voices", "timeline", "transport", "render", "help");

    private final Commands commands;

    MainMenu(Commands commands) {
        this.commands = commands;
        setId("menu");
        setGraphic(Icons.of(MaterialDesignM.MENU));
        getStyleClass().addAll("flat", "icon-button", "menu-button-bare");
        setAccessibleText(Texts.of("shell.menu"));
        setTooltip(new Tooltip(Texts.of("shell.menu") + " (F10)"));
        // One item before the first opening: without any a menu button does not open.
        getItems().add(new MenuItem());
        setOnShowing(e -> fill());
    }

    void fill() {
        var groups = new LinkedHashMap<String, Menu>();
        GROUPS.forEach(g -> groups.put(g, new Menu(title(g))));
        for (var command : commands.all()) {
            var menu = groups.computeIfAbsent(command.group(), g -> new Menu(title(g)));
            if (!isSecondKey(commands, command)) menu.getItems().add(item(command));
        }
        getItems().setAll(groups.values().stream().filter(m -> !m.getItems().isEmpty()).toList());
    }

    /** Such as a second key for redo: a key, but nothing else to choose. */
    static boolean isSecondKey(Commands commands, Command command) {
        return command.id().endsWith("2") && commands.has(command.id().substring(0, command.id().length() - 1));
    }

    static String title(String group) {
        var key = "shell.group." + group;
        return Texts.has(key) ? Texts.of(key) : Character.toUpperCase(group.charAt(0)) + group.substring(1);
    }

    private MenuItem item(Command command) {
        var item = new MenuItem(command.label());
        commands.key(command.id()).ifPresent(item::setAccelerator);
        item.setDisable(!command.enabled().get());
        item.setOnAction(e -> commands.run(command.id()));
        return item;
    }

    /** For tests: what is in it, by group. */
    Map<String, List<String>> contents() {
        var out = new LinkedHashMap<String, List<String>>();
        for (var item : getItems()) if (item instanceof Menu m) out.put(m.getText(), m.getItems().stream().map(MenuItem::getText).toList());
        return out;
    }
}
