package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.cli.options.EarsOption;
import studio.parley.cli.options.RecordingOptions;
import studio.parley.cli.options.StandardInput;
import studio.parley.cli.options.Terminal;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.ProjectImport;
import studio.parley.studio.project.ScriptDiff;
import studio.parley.studio.project.ScriptDiff.Change;
import studio.parley.studio.recordings.ImportRecording;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.studio.voices.ImportedClip;

/** Creates or updates a project from a script, or creates one from a recorded conversation. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Create a project from a script or a recorded conversation, or update one from an edited script.",
        description = {"", "Reference clips are copied into the project: those of @voice lines, otherwise those in --refs that are named "
            + "after the speakers. With --update, unchanged lines keep their takes, timing, gain and locks; changed lines keep their "
            + "takes, which are then out of date.", "",
            "A recording becomes lines: what is said is written down, cut at the ends of sentences and at pauses, and sorted by voice into speakers. Each line has "
            + "its piece of the recording as a take, at its time, and each speaker gets a reference clip from the recording, so that lines can be spoken again.", ""},
        footer = {"", "Examples: parley import lighthouse.txt -o lighthouse.parley && parley render lighthouse.parley",
            "          parley import talk.wav -o talk.parley --names Ann,Ben"})
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCRIPT", description = "The script, in any format that 'parley render' reads, or - for standard input; or a recording: "
            + "WAV, FLAC, MP3, OGG or Opus.")
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

    @CommandLine.Mixin RecordingOptions recording = new RecordingOptions();

    @Option(names = "--json", description = "Print JSON: one object.")
    boolean json;

    @CommandLine.Mixin EarsOption ears = new EarsOption();

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (StandardInput.isMeant(script)) System.setIn(StandardInput.open());
        var named = output.toString().endsWith(ProjectFolder.ENDING) || ProjectFolder.isProject(output);
        var root = named ? output : Path.of(output + ProjectFolder.ENDING);
        if (AudioFiles.isAudio(script)) return recorded(root);
        if (ProjectFolder.isProject(script)) throw Problem.input(script + " is a project already. Copy its folder, or render it with 'parley render " + script + "'.");
        recording.requireNone(script);
        var kind = Optional.ofNullable(form).map(ScriptFormat::named);
        return update ? update(root, kind) : create(root, kind);
    }

    private int create(Path root, Optional<ScriptFormat> kind) {
        var imported = ProjectImport.create(script, kind, Optional.ofNullable(voices), ears.transcripts(AppDirectories.ofUser(), spec.commandLine().getErr()::println), root);
        made(root, imported.project(), imported.notices());
        return ExitCode.DONE.number();
    }

    private int recorded(Path root) {
        if (update || voices != null || form != null) throw Problem.input(script + " is a recording, for which --update, --refs and --form have no meaning. Leave them out.");
        if (ears.isOff()) throw Problem.input(script + " is a recording. To make lines of it, Parley must recognise what is said, which --no-ears forbids. Leave --no-ears out.");
        var terminal = new Terminal(spec.commandLine().getErr());
        try (var grace = new GracePeriod()) {
            var imported = ImportRecording.create(recording.request(script), root, AppDirectories.ofUser(),
                    share -> terminal.progress(String.format(Locale.ROOT, "%s %3.0f %%", script.getFileName(), 100 * share)));
            terminal.clear();
            var notices = new ArrayList<>(imported.made().notices());
            if (imported.areAlike()) notices.add(alike(imported.made().project().document().conversation().speakers().size()));
            made(root, imported.made().project(), notices);
        }
        return ExitCode.DONE.number();
    }

    private String alike(int found) {
        return "If more than " + (found == 1 ? "one person speaks" : found + " people speak") + " in " + script + ", give --speakers N: voices that are very much alike count as one.";
    }

    private void made(Path root, Project created, List<String> notices) {
        try (var project = created) {
            notices.forEach(spec.commandLine().getErr()::println);
            var c = project.document().conversation();
            var names = c.speakers().stream().map(s -> s.name()).toList();
            if (json) print("project", root.toString(), "lines", c.lines().size(), "speakers", names, "notices", notices);
            else out().println(root + ": " + lines(c.lines().size()) + " by " + c.speakers().size()
                    + (c.speakers().size() == 1 ? " speaker" : " speakers"));
        }
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
