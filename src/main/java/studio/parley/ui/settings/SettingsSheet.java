package studio.parley.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Look;
import studio.parley.ui.kit.Sheet;
import studio.parley.ui.kit.Texts;

/** The settings: pages at the left, each applied at once. */
final class SettingsSheet {
    static final int KEYS = 4;
    static final int MODEL = 2;
    static final int MACHINE = 5;

    private record Page(String name, Supplier<Node> content) {}

    private final Scene scene;
    private final Look look;
    private final List<Page> pages;
    private final ListView<String> list = new ListView<>();
    private final ScrollPane content = new ScrollPane();

    SettingsSheet(Tools tools, Optional<Desk> desk, Scene scene) {
        this.scene = scene;
        this.look = tools.look();
        pages = List.of(
                new Page("appearance", () -> new AppearancePage(new Appearance(tools), scene)),
                new Page("sound", () -> new SoundPage(tools, desk)),
                new Page("model", () -> new ModelPage(tools, desk, scene)),
                new Page("projects", () -> new ProjectsPage(tools.preferences())),
                new Page("keys", () -> new KeysPage(tools)),
                new Page("machine", () -> new DoctorPage(tools)));
    }

    void show(int number) {
        list.setId("settings-pages");
        list.getItems().setAll(pages.stream().map(p -> Texts.of("settings.page." + p.name())).toList());
        list.getStyleClass().add("settings-pages");
        list.setAccessibleText(Texts.of("settings.pages"));
        content.setFitToWidth(true);
        content.setId("settings-page");
        content.getStyleClass().add("settings-page");
        list.getSelectionModel().selectedIndexProperty().subscribe(i -> {
            if (i.intValue() >= 0) content.setContent(pages.get(i.intValue()).content().get());
            content.setVvalue(0);
        });
        var body = new BorderPane(content);
        body.setLeft(list);
        Sheet.size(body, scene, look, 940, 620);
        var sheet = new Sheet(Texts.of("settings.title"), body);
        sheet.getStyleClass().add("wide");
        sheet.over(scene);
        list.getSelectionModel().select(number);
        list.requestFocus();
        if (number != KEYS || !(content.getContent() instanceof KeysPage keys)) return;
        // The page is in the scene, and takes the keyboard, only once its scroll pane has a skin.
        content.applyCss();
        keys.search();
    }
}
