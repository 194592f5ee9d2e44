package studio.parley.ui.shell.menu;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Commands;

/**
 * The menu bar, on a Mac the system's: every command in its place, disabled while it cannot be used, with its current key. {@link Commands}
 * handles the keys; an item has its key only while its menu is open, because a key of a menu item also works in fields and dialogs.
 */
public final class MainMenu extends MenuBar {
    private final Commands commands;
    private final RecentProjects recents;
    private final Consumer<Path> open;

    public MainMenu(Commands commands, RecentProjects recents, Consumer<Path> open) {
        this.commands = commands;
        this.recents = recents;
        this.open = open;
        setId("menu");
        getStyleClass().add("main-menu");
        setUseSystemMenuBar(true);
        for (var name : MenuPlan.MENUS) {
            var menu = new Menu(MenuPlan.titleWithMnemonic(name));
            menu.setId("menu-" + name);
            fill(menu, name);
            menu.setOnShowing(e -> {
                if (e.getTarget() != menu) return;
                fill(menu, name);
                keys(menu, true);
            });
            menu.setOnHidden(e -> {
                if (e.getTarget() == menu) keys(menu, false);
            });
            getMenus().add(menu);
        }
    }

    /** Opens the first menu, from where the arrow keys continue. */
    public void open() {
        getMenus().getFirst().show();
    }

    private void fill(Menu menu, String name) {
        menu.getItems().setAll(items(name));
    }

    private List<MenuItem> items(String name) {
        return MenuPlan.entries(name, commands).stream().flatMap(this::item).toList();
    }

    private Stream<MenuItem> item(String entry) {
        if (entry.equals(MenuPlan.LINE)) return Stream.of(new SeparatorMenuItem());
        if (entry.equals(MenuPlan.RECENT)) return Stream.of(recent());
        if (entry.startsWith(MenuPlan.INNER)) return Stream.of(inner(entry.substring(1)));
        if (!Messages.has("commands." + entry)) return Stream.empty();
        var item = new MenuItem(Messages.of("commands." + entry));
        item.setId(entry);
        item.setMnemonicParsing(false);
        item.setDisable(!commands.has(entry) || !commands.get(entry).enabled().get());
        item.setOnAction(e -> commands.run(entry));
        return Stream.of(item);
    }

    private Menu inner(String name) {
        return new Menu(MenuPlan.title(name), null, items(name).toArray(MenuItem[]::new));
    }

    private Menu recent() {
        var menu = new Menu(MenuPlan.title("recent"));
        menu.setId("menu-recent");
        for (var project : recents.all()) {
            var item = new MenuItem(RecentProjects.name(project));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> open.accept(project));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private void keys(Menu menu, boolean shown) {
        for (var item : menu.getItems()) {
            if (item instanceof Menu inner) keys(inner, shown);
            else item.setAccelerator(shown && item.getId() != null && commands.has(item.getId()) ? key(item.getId()) : null);
        }
    }

    private @org.jspecify.annotations.Nullable KeyCombination key(String id) {
        return commands.key(id).orElse(null);
    }

    /** For tests: the current content, by menu; submenus included. */
    public Map<String, List<String>> contents() {
        for (var menu : getMenus()) fill(menu, menu.getId().substring("menu-".length()));
        var out = new LinkedHashMap<String, List<String>>();
        for (var menu : getMenus()) out.put(MenuPlan.title(menu.getId().substring("menu-".length())), labels(menu).toList());
        return out;
    }

    private static Stream<String> labels(Menu menu) {
        return menu.getItems().stream().flatMap(item -> switch (item) {
            case Menu inner -> labels(inner);
            case SeparatorMenuItem line -> Stream.of(MenuPlan.LINE);
            default -> Stream.of(item.getText());
        });
    }
}
