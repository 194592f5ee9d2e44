package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import studio.parley.io.Disk;
import studio.parley.studio.document.edit.FirstSpeakers;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.ProjectCollector;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.SampleProject;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.shell.menu.RecentProjects;

/** Commands for projects as files: new, open, save as, collect, relink, close. */
record ProjectCommands(MainWindow window, AppServices services, FileDialogs choosers) {
    void register() {
        var open = Bindings.createBooleanBinding(() -> window.session().isPresent());
        services.commands().add(
                Command.of("file.new", "Shortcut+N", this::fresh),
                Command.of("file.open", "Shortcut+O", this::open),
                Command.of("file.sample", "Shortcut+Alt+N", this::sample),
                Command.of("file.close", "Shortcut+W", () -> window.leave(window::empty)),
                Command.of("file.quit", "Shortcut+Q", window::quit));
        if (window.session().isPresent()) services.commands().add(
                Command.of("file.saveAs", "Shortcut+Shift+S", open, this::saveAs),
                Command.of("file.collect", "Shortcut+Alt+C", open, this::collect),
                Command.of("file.relink", "Shortcut+Alt+L", open, this::relink));
    }

    private Path projectsFolder() {
        return services.preferences().path("project.folder").orElse(services.directories().data().resolve("projects"));
    }

    private void fresh() {
        fresh(Messages.of("shell.untitled"), Optional.empty());
    }

    /** A new project for a script, with the same name. */
    void fresh(Path script) {
        fresh(String.valueOf(script.getFileName()).replaceFirst("\\.[^.]*$", ""), Optional.of(script));
    }

    private void fresh(String name, Optional<Path> script) {
        new NewProjectDialog(Messages.of("shell.new"), name, projectsFolder(), Messages.of("shell.create"), choosers, path -> {
            remember(path);
            window.create(path, NewProjectDefaults.of(services.preferences()).apply(FirstSpeakers.in(Document.empty(RecentProjects.name(path)))), script);
        }).show(window.scene());
    }

    private void remember(Path project) {
        services.preferences().put("project.folder", String.valueOf(project.toAbsolutePath().getParent()));
    }

    private void open() {
        choosers.folder(window.stage(), Messages.of("shell.open"), Optional.of(projectsFolder())).ifPresent(window::open);
    }

    /** The sample conversation, as a project of the user's own. */
    void sample() {
        FxThread.write(() -> SampleProject.ensure(services.directories()), window::open, window::failed);
    }

    private void saveAs() {
        var session = window.session().orElseThrow();
        var now = RecentProjects.name(session.project().folder().root());
        new NewProjectDialog(Messages.of("shell.saveAs"), now + " 2", Disk.parent(session.project().folder().root()), Messages.of("shell.save"), choosers, path -> {
            var name = RecentProjects.name(path);
            var document = ProjectEdits.title(name).change().apply(session.document());
            var copying = Messages.of("shell.copying", path.getFileName().toString());
            services.notices().info(copying);
            var attempt = services.notices().attempt("copying", new Notices.Remedy(Messages.of("shell.elsewhere"), this::saveAs));
            FxThread.write(() -> {
                ProjectCollector.into(path, document, session.project().folder());
                return path;
            }, done -> {
                services.notices().settled(copying);
                attempt.succeeded();
                var place = window.view().map(MainView::place);
                window.open(done, () -> {
                    place.ifPresent(p -> window.view().ifPresent(copy -> copy.at(p)));
                    services.notices().info(Messages.of("shell.copied", name));
                });
            }, refused -> {
                services.notices().settled(copying);
                attempt.failed(refused);
            });
        }).show(window.scene());
    }

    private void collect() {
        var session = window.session().orElseThrow();
        var document = session.document();
        services.notices().attempt("collecting", new Notices.Remedy(Messages.of("session.tryAgain"), this::collect)).write(() -> ProjectCollector.references(document, session.project().folder()), edit -> {
            var before = session.document();
            session.edit(edit);
            services.notices().info(Messages.of(session.document().equals(before) ? "shell.collect.nothing" : "shell.collect.done"));
        });
    }

    private void relink() {
        new RelinkDialog(window.session().orElseThrow(), choosers).show(window.scene());
    }
}
