package studio.parley.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Project;
import studio.parley.studio.document.ProjectFolder;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Texts;

/** The stage and which project is open in it. JavaFX thread only. */
public final class Window {
    private static final String LAST = "project.last";
    private final Stage stage;
    private final Tools tools;
    private final StackPane root = new StackPane();
    private Optional<Desk> desk = Optional.empty();

    public Window(Stage stage, Tools tools) {
        this.stage = stage;
        this.tools = tools;
        var scene = new Scene(root, 1440, 900);
        tools.look().dress(scene);
        tools.commands().listen(scene);
        stage.setScene(scene);
        stage.setTitle("Parley");
        stage.setOnCloseRequest(e -> close());
    }

    /** Opens the named project, else the last one, else a new one. */
    public void start(Optional<Path> named) {
        var wanted = named.or(() -> tools.preferences().get(LAST).map(Path::of).filter(ProjectFolder::isProject))
                .orElse(tools.places().data().resolve("projects").resolve("Untitled.parley"));
        open(wanted);
    }

    /** Opens a project folder, or makes it when there is none. */
    public void open(Path folder) {
        FxThread.work(() -> Files.exists(folder) ? Project.open(folder)
                : new Project.Opened(Project.create(folder, Document.empty(Texts.of("shell.untitled"))), java.util.List.of()),
                this::show, tools.notices()::trouble);
    }

    private void show(Project.Opened opened) {
        opened.notices().forEach(tools.notices()::info);
        show(new Desk(opened.project(), tools));
        tools.preferences().put(LAST, opened.project().folder().root().toString());
    }

    /** Puts a desk into the window; the one before is closed. */
    public void show(Desk next) {
        desk.ifPresent(Desk::close);
        desk = Optional.of(next);
        root.getChildren().setAll(new MainView(next));
        next.speech().load();
    }

    public Optional<Desk> desk() {
        return desk;
    }

    /** Lets the open project go. */
    public void close() {
        desk.ifPresent(Desk::close);
        desk = Optional.empty();
    }
}
