package studio.parley.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Missing;
import studio.parley.studio.document.Project;
import studio.parley.studio.document.ProjectFolder;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Choosers;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.FolderOpener;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Overlay;
import studio.parley.ui.kit.Question;
import studio.parley.ui.kit.Sheet;
import studio.parley.ui.kit.Texts;

/** The stage and which project is open in it. JavaFX thread only. */
public final class Window {
    private static final String LAST = "project.last";
    private final Stage stage;
    private final Tools tools;
    private final Choosers choosers;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final Recents recents;
    private final Autosave autosave;
    private Optional<Desk> desk = Optional.empty();
    private Optional<MainView> view = Optional.empty();
    /** A script to read once the project that is being made for it is open. */
    private Optional<Path> script = Optional.empty();
    private boolean closing;

    public Window(Stage stage, Tools tools) {
        this(stage, tools, Choosers.system());
    }

    public Window(Stage stage, Tools tools, Choosers choosers) {
        this.stage = stage;
        this.tools = tools;
        this.choosers = choosers;
        this.recents = new Recents(tools.preferences());
        root.getStyleClass().add("surface");
        scene = new Scene(root, 1440, 900);
        new studio.parley.ui.settings.Appearance(tools).apply(scene);
        tools.commands().listen(scene);
        stage.setScene(scene);
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        new WindowPlace(tools.preferences()).on(stage);
        new WindowTitle(stage).of(Optional.empty());
        new WindowDrop(tools, this::open, this::read).listen(root);
        autosave = new Autosave(stage, () -> desk, tools.preferences());
        stage.setOnCloseRequest(e -> {
            e.consume();
            quit();
        });
        register();
    }

    private void register() {
        tools.commands().clear();
        new AppCommands(this, tools).register();
        new ProjectCommands(this, tools, choosers).register();
    }

    /** Opens the named project, else the last one; the first time the sample conversation. */
    public void start(Optional<Path> named) {
        var last = tools.preferences().path(LAST);
        var skeleton = new Skeleton();
        put(skeleton, skeleton::requestFocus);
        if (named.isPresent()) open(named.get());
        else if (last.isPresent()) FxThread.work(() -> ProjectFolder.isProject(last.get()), there -> {
            if (there) open(last.get());
            else empty();
        }, tools.notices()::trouble);
        else new ProjectCommands(this, tools, choosers).sample();
    }

    /** Opens a project folder; the one that is open is closed. */
    public void open(Path folder) {
        open(folder, () -> { });
    }

    /** The same; {@code then} is done when it is open. */
    void open(Path folder, Runnable then) {
        var wanted = folder.toAbsolutePath().normalize();
        if (desk.isPresent() && desk.get().project().folder().root().equals(wanted)) return;
        leave(() -> FxThread.work(() -> Project.open(wanted), opened -> {
            show(opened);
            then.run();
        }, e -> failed(wanted, e)));
    }

    /** Makes a project folder with a document and opens it. */
    void create(Path folder, Document document) {
        leave(() -> FxThread.write(() -> {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            return new Project.Opened(Project.create(folder, document), List.of());
        }, this::show, e -> tools.notices().trouble(e, new Notices.Remedy(Texts.of("shell.elsewhere.new"), () -> tools.commands().run("file.new")))));
    }

    /** The sample conversation could not be made. */
    void failed(Throwable thrown) {
        tools.notices().trouble(thrown, new Notices.Remedy(Texts.of("desk.tryAgain"), () -> tools.commands().run("file.sample")));
        if (desk.isEmpty()) empty();
    }

    private void failed(Path folder, Throwable thrown) {
        FxThread.work(() -> Files.exists(folder), there -> failed(folder, thrown, there), e -> failed(folder, thrown, true));
    }

    /** Only what is gone is offered to be forgotten: what is busy or damaged is still there. */
    private void failed(Path folder, Throwable thrown, boolean there) {
        boolean known = recents.all().contains(folder);
        if (known && !there) tools.notices().trouble(folder.toString(), thrown, new Notices.Remedy(Texts.of("shell.forget"), () -> {
            recents.remove(folder);
            if (desk.isEmpty()) empty();
        }));
        else if (there) tools.notices().trouble(folder.toString(), thrown, new Notices.Remedy(Texts.of("desk.tryAgain"), () -> open(folder)));
        else tools.notices().trouble(folder.toString(), thrown, new Notices.Remedy(Texts.of("shell.openOther"), () -> tools.commands().run("file.open")));
        if (desk.isEmpty()) empty();
    }

    /** Goes on at once when nothing is being written or rendered, else asks. */
    void leave(Runnable then) {
        Overlay.leaveAll(scene, () -> leaveLines(then));
    }

    private void leaveLines(Runnable then) {
        long busy = desk.map(Window::busy).orElse(0L);
        if (busy == 0) then.run();
        else leaveWhenDone(desk.orElseThrow(), Question.ask(scene, Texts.of("shell.busy.title"), Texts.of("shell.busy", busy), Texts.of("shell.busy.yes"), then), then);
    }

    /** When the last line is done while it is asked, there is nothing left to ask. */
    private static void leaveWhenDone(Desk desk, Sheet question, Runnable then) {
        var statuses = desk.speech().statuses();
        statuses.addListener(new MapChangeListener<String, RenderStatus>() {
            @Override
            public void onChanged(Change<? extends String, ? extends RenderStatus> change) {
                if (question.isOpen() && busy(desk) > 0) return;
                statuses.removeListener(this);
                Platform.runLater(() -> {
                    if (!question.isOpen()) return;
                    question.close();
                    then.run();
                });
            }
        });
    }

    private static long busy(Desk desk) {
        return desk.speech().statuses().values().stream().filter(s -> !s.isFinal() && !(s instanceof RenderStatus.Failed)).count();
    }

    private void show(Project.Opened opened) {
        show(new Desk(opened.project(), tools));
        var folder = opened.project().folder();
        tools.notices().settled(folder.root().toString());
        opened.notices().forEach(n -> tools.notices().warn(n, new Notices.Remedy(Texts.of("export.open"), () -> showFolder(folder.root()))));
        desk.ifPresent(Desk::refusesChanges);
        tools.preferences().put(LAST, folder.root().toString());
        recents.add(folder.root());
        var document = opened.project().document();
        FxThread.work(() -> Missing.in(document, folder), this::tellMissing, tools.notices()::trouble);
    }

    private void showFolder(Path folder) {
        FolderOpener.open(folder, tools.notices()::info);
    }

    private void tellMissing(List<Missing> missing) {
        if (missing.isEmpty() || desk.isEmpty()) return;
        tools.notices().warn(RelinkSheet.MISSING, Texts.of("shell.missing", missing.size()),
                new Notices.Remedy(Texts.of("shell.missing.look"), () -> tools.commands().run("file.relink")));
    }

    /** Puts a desk into the window; the one before is closed. */
    public void show(Desk next) {
        desk.ifPresent(Desk::close);
        desk = Optional.of(next);
        register();
        tools.notices().turnPage();
        var early = root.getChildren().stream().flatMap(n -> n instanceof Skeleton skeleton ? skeleton.keys().stream() : Stream.empty()).toList();
        var main = new MainView(next, new MainMenu(tools.commands(), recents, this::open));
        view = Optional.of(main);
        put(main, main::takeFocus);
        early.forEach(key -> Event.fireEvent(scene.getFocusOwner() == null ? main : scene.getFocusOwner(), key));
        new WindowTitle(stage).of(desk);
        next.speech().load();
        script.ifPresent(main::read);
        script = Optional.empty();
    }

    /** Reads a script into the open project, or into a new one. */
    private void read(Path file) {
        view.ifPresentOrElse(v -> v.read(file), () -> new ProjectCommands(this, tools, choosers).fresh(file));
    }

    /** Makes a project and reads a script into it. */
    void create(Path folder, Document document, Optional<Path> read) {
        script = read;
        create(folder, document);
    }

    /** Lets the project go and shows where to begin. */
    void empty() {
        desk.ifPresent(Desk::close);
        desk = Optional.empty();
        view = Optional.empty();
        script = Optional.empty();
        register();
        tools.notices().turnPage();
        var start = new StartView(tools, this);
        put(start, start::takeFocus);
        new WindowTitle(stage).of(desk);
    }

    /** Shows something else below the sheets that are open, and gives it the keyboard. */
    private void put(Node content, Runnable focus) {
        if (root.getChildren().isEmpty()) root.getChildren().add(content);
        else root.getChildren().set(0, content);
        // What is not laid out has no lines yet that could take the focus.
        root.applyCss();
        root.layout();
        Focus.home(scene, focus);
        if (!Overlay.isOpen(scene)) focus.run();
    }

    public Optional<Desk> desk() {
        return desk;
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return scene;
    }

    Recents recents() {
        return recents;
    }

    /** Saves and closes the window; asks first while something is being rendered. */
    void quit() {
        if (closing) return;
        leave(() -> {
            closing = true;
            tools.preferences().settle();
            var saved = desk.filter(d -> d.dirtyProperty().get()).map(Desk::save);
            Runnable end = () -> {
                close();
                stage.hide();
            };
            // Not saved is not lost: the journal has it.
            if (saved.isPresent()) saved.get().whenComplete((v, e) -> FxThread.run(end));
            else end.run();
        });
    }

    /** Lets the open project go; nothing is shown or saved after that. */
    public void close() {
        autosave.close();
        desk.ifPresent(Desk::close);
        desk = Optional.empty();
        view = Optional.empty();
    }
}
