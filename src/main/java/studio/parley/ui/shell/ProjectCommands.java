package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import studio.parley.studio.document.Collecting;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.FirstSpeakers;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.project.SampleProject;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Choosers;
import studio.parley.ui.kit.Command;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Texts;

/** Projects as files: new, open, save as, collect, relink, close. */
record ProjectCommands(Window window, Tools tools, Choosers choosers) {
    /** The cause of notices about collecting that failed. */
    private static final String COLLECTING = "collecting";

    void register() {
        var open = Bindings.createBooleanBinding(() -> window.desk().isPresent());
        tools.commands().add(
                Command.of("file.new", "Shortcut+N", this::fresh),
                Command.of("file.open", "Shortcut+O", this::open),
                Command.of("file.sample", "Shortcut+Alt+N", this::sample),
                Command.of("file.close", "Shortcut+W", () -> window.leave(window::empty)),
                Command.of("file.quit", "Shortcut+Q", window::quit));
        if (window.desk().isPresent()) tools.commands().add(
                Command.of("file.saveAs", "Shortcut+Shift+S", open, this::saveAs),
                Command.of("file.collect", "Shortcut+Alt+C", open, this::collect),
                Command.of("file.relink", "Shortcut+Alt+L", open, this::relink));
    }

    private Path shelf() {
        return tools.preferences().path("project.folder").orElse(tools.places().data().resolve("projects"));
    }

    private void fresh() {
        fresh(Texts.of("shell.untitled"), Optional.empty());
    }

    /** A new project for a script, which is called like it. */
    void fresh(Path script) {
        fresh(String.valueOf(script.getFileName()).replaceFirst("\\.[^.]*$", ""), Optional.of(script));
    }

    private void fresh(String name, Optional<Path> script) {
        new NameSheet(Texts.of("shell.new"), name, shelf(), Texts.of("shell.create"), choosers, path -> {
            remember(path);
            window.create(path, Defaults.of(tools.preferences()).apply(FirstSpeakers.in(Document.empty(Recents.name(path)))), script);
        }).show(window.scene());
    }

    private void remember(Path project) {
        tools.preferences().put("project.folder", String.valueOf(project.toAbsolutePath().getParent()));
    }

    private void open() {
        choosers.folder(window.stage(), Texts.of("shell.open"), Optional.of(shelf())).ifPresent(window::open);
    }

    /** The conversation that comes with Parley, as a project of the user's own. */
    void sample() {
        FxThread.write(() -> SampleProject.ensure(tools.places()), window::open, window::failed);
    }

    private void saveAs() {
        var desk = window.desk().orElseThrow();
        var now = Recents.name(desk.project().folder().root());
        var selection = desk.selection();
        new NameSheet(Texts.of("shell.saveAs"), now + " 2", desk.project().folder().root().toAbsolutePath().getParent(), Texts.of("shell.save"), choosers, path -> {
            var name = Recents.name(path);
            var document = ProjectEdits.title(name).change().apply(desk.document());
            var copying = Texts.of("shell.copying", path.getFileName().toString());
            tools.notices().info(copying);
            FxThread.write(() -> {
                Collecting.into(path, document, desk.project().folder());
                return path;
            }, done -> {
                tools.notices().settled(copying);
                window.open(done, () -> {
                    window.desk().ifPresent(copy -> copy.select(selection));
                    tools.notices().info(Texts.of("shell.copied", name));
                });
            }, refused -> {
                tools.notices().settled(copying);
                tools.notices().trouble(refused, new Notices.Remedy(Texts.of("shell.elsewhere"), this::saveAs));
            });
        }).show(window.scene());
    }

    private void collect() {
        var desk = window.desk().orElseThrow();
        var document = desk.document();
        FxThread.write(() -> Collecting.references(document, desk.project().folder()), edit -> {
            var before = desk.document();
            desk.edit(edit);
            tools.notices().info(Texts.of(desk.document().equals(before) ? "shell.collect.nothing" : "shell.collect.done"));
            tools.notices().settled(COLLECTING);
        }, e -> tools.notices().trouble(COLLECTING, e, new Notices.Remedy(Texts.of("desk.tryAgain"), this::collect)));
    }

    private void relink() {
        new RelinkSheet(window.desk().orElseThrow(), choosers).show(window.scene());
    }
}
