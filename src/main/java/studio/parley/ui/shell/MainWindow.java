package studio.parley.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import studio.parley.render.RenderStatus;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.ui.kit.AltRelease;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.FolderOpener;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.dialog.ConfirmDialog;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.shell.menu.MainMenu;
import studio.parley.ui.shell.menu.RecentProjects;

/** The stage and the open project. JavaFX thread only. */
public final class MainWindow {
    private static final String LAST = "project.last";
    /** The cause of notifications about projects that could not be created. */
    private static final String NEW = "new";
    private final Stage stage;
    private final AppServices services;
    private final FileDialogs choosers;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final RecentProjects recents;
    private final Autosave autosave;
    private Optional<ProjectSession> session = Optional.empty();
    private Optional<MainView> view = Optional.empty();
    /** A script to import once the project that is being created for it is open. */
    private Optional<Path> script = Optional.empty();
    private Optional<EarlyKeys> early = Optional.empty();
    private boolean closing;

    public MainWindow(Stage stage, AppServices services) {
        this(stage, services, FileDialogs.system());
    }

    public MainWindow(Stage stage, AppServices services, FileDialogs choosers) {
        this.stage = stage;
        this.services = services;
        this.choosers = choosers;
        this.recents = new RecentProjects(services.preferences());
        root.getStyleClass().add("surface");
        scene = new Scene(root, 1440, 900);
        new studio.parley.ui.settings.Appearance(services).apply(scene);
        services.commands().listen(scene);
        AltRelease.listen(scene);
        ModalLayer.edge(scene, () -> new Floating(NoticeBar.ofDialog(services, scene)));
        stage.setScene(scene);
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        new WindowBounds(services.preferences()).on(stage);
        new WindowTitle(stage).of(Optional.empty());
        new WindowDrop(services, this::open, this::read).listen(root);
        autosave = new Autosave(stage, () -> session, services.preferences());
        stage.setOnCloseRequest(e -> {
            e.consume();
            quit();
        });
        register();
    }

    private void register() {
        services.commands().clear();
        new AppCommands(this, services, choosers).register();
        new ProjectCommands(this, services, choosers).register();
    }

    /** Opens the given project, else the last one; the first time the sample conversation. */
    public void start(Optional<Path> named) {
        var last = services.preferences().path(LAST);
        var skeleton = new Skeleton();
        put(skeleton, skeleton::requestFocus);
        keepKeys();
        if (named.isPresent()) open(named.get());
        else if (last.isPresent()) FxThread.work(() -> ProjectFolder.isProject(last.get()), there -> {
            if (there) open(last.get());
            else empty();
        }, services.notices()::trouble);
        else new ProjectCommands(this, services, choosers).sample();
    }

    /** Somebody has started Parley again, or opened a project on the desktop. */
    void comeForward(Optional<Path> project) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        project.ifPresent(this::open);
    }

    /** Opens a project folder and closes the current one. */
    public void open(Path folder) {
        open(folder, () -> { });
    }

    /** The same; {@code then} runs when it is open. */
    void open(Path folder, Runnable then) {
        var wanted = folder.toAbsolutePath().normalize();
        if (session.isPresent() && session.get().project().folder().root().equals(wanted)) return;
        leave(() -> {
            keepKeys();
            FxThread.work(() -> Project.open(wanted), opened -> {
                show(opened);
                then.run();
            }, e -> failed(wanted, e));
        });
    }

    /** Creates a project folder with a document and opens it. */
    void create(Path folder, Document document) {
        leave(() -> {
            keepKeys();
            FxThread.write(() -> {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                return new Project.Opened(Project.create(folder, document), List.of());
            }, this::show, e -> {
                earlyKeys();
                services.notices().trouble(NEW, e, new Notices.Remedy(Messages.of("shell.elsewhere.new"), () -> services.commands().run("file.new")));
            });
        });
    }

    /** What is typed from now on is for the project that comes. */
    private void keepKeys() {
        if (early.isEmpty()) early = Optional.of(new EarlyKeys(scene.getWindow()));
    }

    private List<KeyEvent> earlyKeys() {
        var keys = early.map(EarlyKeys::end).orElse(List.of());
        early = Optional.empty();
        return keys;
    }

    /** The sample conversation could not be created. */
    void failed(Throwable thrown) {
        earlyKeys();
        services.notices().trouble(NEW, thrown, new Notices.Remedy(Messages.of("session.tryAgain"), () -> services.commands().run("file.sample")));
        if (session.isEmpty()) empty();
    }

    private void failed(Path folder, Throwable thrown) {
        earlyKeys();
        FxThread.work(() -> Files.exists(folder), there -> failed(folder, thrown, there), e -> failed(folder, thrown, true));
    }

    /** Only a missing project is removed from the list: one that is in use or damaged still exists. */
    private void failed(Path folder, Throwable thrown, boolean there) {
        boolean known = recents.all().contains(folder);
        if (known && !there) services.notices().trouble(folder.toString(), thrown, new Notices.Remedy(Messages.of("shell.forget"), () -> {
            recents.remove(folder);
            if (session.isEmpty()) empty();
        }));
        else if (there) services.notices().trouble(folder.toString(), thrown, new Notices.Remedy(Messages.of("session.tryAgain"), () -> open(folder)));
        else services.notices().trouble(folder.toString(), thrown, new Notices.Remedy(Messages.of("shell.openOther"), () -> services.commands().run("file.open")));
        if (session.isEmpty()) empty();
    }

    /** Continues at once if nothing is being written or rendered, else asks. */
    void leave(Runnable then) {
        ModalLayer.leaveAll(scene, () -> leaveLines(then));
    }

    private void leaveLines(Runnable then) {
        long busy = session.map(MainWindow::busy).orElse(0L);
        if (busy == 0) then.run();
        else leaveWhenDone(session.orElseThrow(), ConfirmDialog.ask(scene, Messages.of("shell.busy.title"), Messages.of("shell.busy", busy), Messages.of("shell.busy.yes"), then), then);
    }

    /** If the last line finishes while the question is shown, there is nothing left to ask. */
    private static void leaveWhenDone(ProjectSession session, ModalDialog question, Runnable then) {
        var statuses = session.speech().statuses();
        statuses.addListener(new MapChangeListener<String, RenderStatus>() {
            @Override
            public void onChanged(Change<? extends String, ? extends RenderStatus> change) {
                if (question.isOpen() && busy(session) > 0) return;
                statuses.removeListener(this);
                Platform.runLater(() -> {
                    if (!question.isOpen()) return;
                    question.close();
                    then.run();
                });
            }
        });
    }

    private static long busy(ProjectSession session) {
        return session.speech().statuses().values().stream().filter(s -> !s.hasFailed()).count();
    }

    private void show(Project.Opened opened) {
        show(new ProjectSession(opened.project(), services, ModelDefaults.LOADING));
        var folder = opened.project().folder();
        services.notices().settled(folder.root().toString());
        services.notices().settled(NEW);
        opened.notices().forEach(n -> services.notices().warn(n, n, new Notices.Remedy(Messages.of("export.open"), () -> showFolder(folder.root()))));
        session.ifPresent(ProjectSession::refusesChanges);
        services.preferences().put(LAST, folder.root().toString());
        recents.add(folder.root());
        session.ifPresent(MissingFiles::watch);
    }

    private void showFolder(Path folder) {
        FolderOpener.open(folder, services.notices()::info);
    }

    /** Shows a session in the window; the previous one is closed. */
    public void show(ProjectSession next) {
        session.ifPresent(ProjectSession::close);
        session = Optional.of(next);
        register();
        services.notices().turnPage();
        var main = new MainView(next, new MainMenu(services.commands(), recents, this::open));
        view = Optional.of(main);
        put(main, main::takeFocus);
        earlyKeys().forEach(key -> Event.fireEvent(scene.getFocusOwner() == null ? main : scene.getFocusOwner(), key));
        new WindowTitle(stage).of(session);
        next.speech().load();
        script.ifPresent(main::read);
        script = Optional.empty();
    }

    /** Imports a script into the open project, or into a new one. */
    private void read(Path file) {
        view.ifPresentOrElse(v -> v.read(file), () -> new ProjectCommands(this, services, choosers).fresh(file));
    }

    /** Creates a project and imports a script into it. */
    void create(Path folder, Document document, Optional<Path> read) {
        script = read;
        create(folder, document);
    }

    /** Closes the project and shows the start page. */
    void empty() {
        earlyKeys();
        session.ifPresent(ProjectSession::close);
        session = Optional.empty();
        view = Optional.empty();
        script = Optional.empty();
        register();
        services.notices().turnPage();
        var start = new StartView(services, this);
        put(start, start::takeFocus);
        new WindowTitle(stage).of(session);
    }

    /** Shows another view below the open dialogs, and focuses it. */
    private void put(Node content, Runnable focus) {
        if (root.getChildren().isEmpty()) root.getChildren().add(content);
        else root.getChildren().set(0, content);
        // Before its layout a view has no lines that could take the focus.
        root.applyCss();
        root.layout();
        Focus.home(scene, focus);
        if (!ModalLayer.isOpen(scene)) focus.run();
    }

    public Optional<ProjectSession> session() {
        return session;
    }

    Optional<MainView> view() {
        return view;
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return scene;
    }

    RecentProjects recents() {
        return recents;
    }

    /** Saves and closes the window; asks first while lines are being rendered. */
    void quit() {
        if (closing) return;
        leave(() -> {
            closing = true;
            services.preferences().settle();
            var saved = session.filter(d -> d.dirtyProperty().get()).map(ProjectSession::save);
            Runnable end = () -> {
                close();
                stage.hide();
            };
            // Not saved is not lost: the journal has it.
            if (saved.isPresent()) saved.get().whenComplete((v, e) -> FxThread.run(end));
            else end.run();
        });
    }

    /** Releases the open project; nothing is shown or saved after that. */
    public void close() {
        autosave.close();
        session.ifPresent(ProjectSession::close);
        session = Optional.empty();
        view = Optional.empty();
    }
}
