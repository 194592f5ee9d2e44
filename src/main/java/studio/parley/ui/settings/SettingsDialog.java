package studio.parley.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;

/** The settings: pages at the left; every change is applied at once. */
final class SettingsDialog {
    static final int KEYS = 5;
    static final int SOUND = 1;
    static final int MODEL = 2;
    static final int CARD = 3;
    static final int MACHINE = 6;

    private record Page(String name, Supplier<Node> content) {}

    private final Scene scene;
    private final Theme theme;
    private final List<Page> pages;
    private final ListView<String> list = new ListView<>();
    private final ScrollPane content = new ScrollPane();

    SettingsDialog(AppServices services, Optional<ProjectSession> session, Scene scene) {
        this.scene = scene;
        this.theme = services.theme();
        pages = List.of(
                new Page("appearance", () -> new AppearancePage(new Appearance(services), scene)),
                new Page("sound", () -> new SoundPage(services, session)),
                new Page("model", () -> new ModelPage(services, session, scene)),
                new Page("card", () -> new CardPage(services)),
                new Page("projects", () -> new ProjectsPage(services.preferences(), () -> session.ifPresent(s -> s.hearing().settingsChanged()))),
                new Page("keys", () -> new KeysPage(services)),
                new Page("machine", () -> new DoctorPage(services)));
    }

    void show(int number) {
        list.setId("settings-pages");
        list.getItems().setAll(pages.stream().map(p -> Messages.of("settings.page." + p.name())).toList());
        list.getStyleClass().add("settings-pages");
        list.setAccessibleText(Messages.of("settings.pages"));
        content.setFitToWidth(true);
        content.setId("settings-page");
        content.getStyleClass().add("settings-page");
        list.getSelectionModel().selectedIndexProperty().subscribe(i -> {
            if (i.intValue() >= 0) content.setContent(pages.get(i.intValue()).content().get());
            content.setVvalue(0);
        });
        var body = new BorderPane(content);
        body.setLeft(list);
        ModalDialog.size(body, scene, theme, 940, 620);
        var sheet = new ModalDialog(Messages.of("settings.title"), body);
        sheet.getStyleClass().add("wide");
        sheet.over(scene);
        list.getSelectionModel().select(number);
        list.requestFocus();
        if (number != KEYS || !(content.getContent() instanceof KeysPage keys)) return;
        // The page is in the scene, and accepts the focus, only once its scroll pane has a skin.
        content.applyCss();
        keys.search();
    }
}
