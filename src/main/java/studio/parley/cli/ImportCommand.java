package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.EarsOption;
import studio.parley.cli.options.StandardInput;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.ProjectImport;
import studio.parley.studio.project.ScriptDiff;
import studio.parley.studio.project.ScriptDiff.Change;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.studio.voices.ImportedClip;

/** Creates or updates a project from a script. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Create a project from a script, or update one from an edited script.",
        description = {"", "Reference clips are copied into the project: those of @voice lines, otherwise those in --refs that are named "
            + "after the speakers. With --update, unchanged lines keep their takes, timing, gain and locks; changed lines keep their "
            + "takes, which are then out of date.", ""},
        footer = {"", "Example: parley import lighthouse.txt -o lighthouse.parley && parley render lighthouse.parley"})
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCRIPT", description = "The script, in any format that 'parley render' reads; - for standard input.")
    Path script = Path.of("");

    @Option(names = {"-o", "--output"}, paramLabel = "NAME.parley", required = true, description = "The project folder.")
    Path output = Path.of("");

    @Option(names = {"--refs", "--voices"}, paramLabel = "DIR",
            description = "Folder of reference clips named after the speakers (Ann.wav with Ann.txt), for speakers without @voice.")
    @Nullable Path voices;

    @Option(names = "--form", paramLabel = "FORM",
            description = "Script format, if auto-detection fails: parley, offsets, tags, fountain, markdown, play, transcript, csv, srt, "
                + "webvtt, plain.")
    @Nullable String form;

    @Option(names = "--update", description = "Update an existing project from the script.")
    boolean update;

    @Option(names = "--json", description = "Print JSON: one object.")
    boolean json;

    @CommandLine.Mixin EarsOption ears = new EarsOption();

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (StandardInput.isMeant(script)) System.setIn(StandardInput.open());
        var named = output.toString().endsWith(ProjectFolder.ENDING) || ProjectFolder.isProject(output);
        var root = named ? output : Path.of(output + ProjectFolder.ENDING);
        var kind = Optional.ofNullable(form).map(ScriptFormat::named);
        return update ? update(root, kind) : create(root, kind);
    }

    private int create(Path root, Optional<ScriptFormat> kind) {
        var imported = ProjectImport.create(script, kind, Optional.ofNullable(voices), ears.transcripts(AppDirectories.ofUser(), spec.commandLine().getErr()::println), root);
        try (var project = imported.project()) {
            imported.notices().forEach(spec.commandLine().getErr()::println);
            var c = project.document().conversation();
            var names = c.speakers().stream().map(s -> s.name()).toList();
            if (json) print("project", root.toString(), "lines", c.lines().size(), "speakers", names, "notices", imported.notices());
            else out().println(root + ": " + lines(c.lines().size()) + " by " + c.speakers().size()
                    + (c.speakers().size() == 1 ? " speaker" : " speakers"));
        }
        return ExitCode.DONE.number();
    }

    private int update(Path root, Optional<ScriptFormat> kind) {
        if (!ProjectFolder.isProject(root)) throw Problem.input("There is no project " + root
                + " to update. Omit --update to create it.");
        var opened = Project.open(root);
        try (var project = opened.project()) {
            opened.notices().forEach(spec.commandLine().getErr()::println);
            project.requireWritable();
            var diff = ProjectImport.compare(project.document(), script, kind);
            diff.script().notices().forEach(spec.commandLine().getErr()::println);
            var fresh = ProjectImport.newVoices(project.document(), diff, script);
            project.edit(diff.edit());
            var importer = new ClipImporter(project.folder());
            fresh.forEach((name, files) -> project.edit(ImportedClip.into(number(project.document(), name), files.stream().map(importer::file).toList())));
            project.save().join();
            tell(diff, root);
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof Problem p ? p : e;
        }
        return ExitCode.DONE.number();
    }

    private static int number(Document document, String name) {
        return document.conversation().speakers().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow().number();
    }

    private void tell(ScriptDiff diff, Path root) {
        long added = diff.count(Change.Added.class);
        long removed = diff.count(Change.Removed.class);
        long changed = diff.count(Change.Changed.class);
        long moved = diff.count(Change.Moved.class);
        long unchanged = diff.count(Change.Unchanged.class);
        if (json) print("project", root.toString(), "added", added, "removed", removed, "changed", changed, "moved", moved,
                "unchanged", unchanged, "notices", diff.script().notices());
        else out().println(root + ": " + lines(added) + " added, " + removed + " removed, " + changed + " changed, " + moved + " moved, "
                + unchanged + " unchanged");
    }

    private static String lines(long count) {
        return count + (count == 1 ? " line" : " lines");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void print(Object... pairs) {
        out().println(Json.of(Json.object(pairs)));
    }
}
