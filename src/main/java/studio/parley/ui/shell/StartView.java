package studio.parley.ui.shell;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.settings.InstallPane;
import studio.parley.ui.shell.menu.MainMenu;
import studio.parley.ui.shell.menu.RecentProjects;

/** The start page without a project: new, open, or a recent one. */
final class StartView extends BorderPane {
    private final Button fresh;

    StartView(AppServices services, MainWindow window) {
        setId("start");
        var name = Controls.label("Parley", "start-name");
        var claim = Controls.words(Messages.of("shell.start.claim"), "muted");
        var commands = services.commands();
        fresh = button(commands, "file.new");
        fresh.setDefaultButton(true);
        fresh.getStyleClass().add(Styles.ACCENT);
        var popovers = new HBox(10, fresh, button(commands, "file.open"), button(commands, "file.sample"));
        var all = new VBox(18, name, claim, popovers);
        all.setMaxSize(640, USE_PREF_SIZE);
        var recent = new RecentProjects(services.preferences()).all();
        if (!recent.isEmpty()) {
            var heading = Controls.label(Messages.of("shell.start.recent"), "heading", "start-recent");
            var list = new VBox(2);
            recent.forEach(p -> list.getChildren().add(row(p, window)));
            all.getChildren().addAll(heading, list);
        }
        var models = Controls.label(Messages.of("settings.get"), "heading", "start-recent");
        all.getChildren().addAll(models, new InstallPane(services, Optional.empty(), FileDialogs.system(), () -> { }), Controls.words(Messages.of("settings.get.words"), "muted", "small"));
        setTop(new MainMenu(commands, new RecentProjects(services.preferences()), window::open));
        setCenter(new StackPane(all, new Floating(new NoticeBar(services, this::getScene))));
    }

    void takeFocus() {
        fresh.requestFocus();
    }

    private static Button button(Commands commands, String id) {
        var button = Controls.button(commands.get(id).label(), () -> commands.run(id));
        button.setId(id.replace('.', '-'));
        button.setTooltip(new Tooltip(commands.hint(id)));
        return button;
    }

    private static HBox row(Path project, MainWindow window) {
        var link = new Hyperlink(RecentProjects.name(project));
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(e -> window.open(project));
        link.setAccessibleText(Messages.of("shell.palette.open", RecentProjects.name(project)));
        var place = Controls.label(String.valueOf(project.getParent()), "muted", "small");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setMinWidth(0);
        var row = Controls.row(12, link, place);
        return row;
    }
}
