package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.DeliveryOptions;
import studio.parley.cli.options.EarsOption;
import studio.parley.cli.options.ModelOptions;
import studio.parley.cli.options.PartOptions;
import studio.parley.cli.options.PreparationOption;
import studio.parley.cli.options.StandardInput;
import studio.parley.cli.options.StandardOutput;
import studio.parley.cli.options.WatermarkOption;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.Outputs;
import studio.parley.studio.RenderEventListener;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.DocumentLimits;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.project.render.Ears;
import studio.parley.studio.project.render.FinishedLines;
import studio.parley.studio.project.render.RenderProject;
import studio.parley.studio.project.script.RenderScript;
import studio.parley.studio.project.script.ScriptRenderOptions;

/** Renders a script or a project. */
@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Render a script to one audio file, or the missing and changed lines of a project.",
        description = {"", "The model hears the earlier lines and the reference clips of their speakers. A script looks like this:", "",
            "  # The Lighthouse", "  @voice Ann refs/ann.wav",
            "  Ann: Did you see that?", "  Ben: (whispering) See what?",
            "  Ann: [pause 0.6] That light.", "  Ben ^: Oh no.", "",
            "A title; a voice, with the transcript of its clip in refs/ann.txt; a direction in brackets is kept but not spoken; ^ interrupts the "
                + "previous line.", "",
            "Also read: a||b1||c0, [S1] and [0] tags, Fountain, plays, Markdown (**Name:** words), transcripts and chats with times, tables "
                + "(CSV with a speaker and a line column), SRT, WebVTT, prose. Skipped and guessed parts are reported.", "",
            "Finished lines are kept next to the output, in OUT.wav.parley-work, until all are done: after Ctrl-C or a power cut, "
                + "the same command continues. A changed line is rendered again, and so are the lines that use it as context.", "",
            "In a project (a folder NAME.parley, see 'parley import') the lines without a take and the changed ones are "
                + "rendered in place, with --affected also the lines that use them as context. Only --takes, --word-retries, --no-ears, --affected, --all, --json and the model "
                + "options apply to a project.", "",
            "On several machines that share a folder: start the same command on each with --work DIR --part 1/N, 2/N and so on, and at the end once with --merge. "
                + "See docs/cluster.md.", ""},
        footer = {"", "Example: parley render assets/samples/lighthouse.txt -o out.wav --stems stems"})
final class RenderCommand implements Callable<Integer> {
    private static final Set<String> FOR_PROJECTS = Set.of("--takes", "--word-retries", "--no-ears", "--affected", "--all", "--json", "--model", "--device", "--threads", "--debug");

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The script (UTF-8) or a project folder; - for a script on standard input. With --part or --merge also several.")
    List<Path> files = List.of();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT.wav",
            description = "The audio file of a script: .wav (16 bit), .flac, .mp3 or .opus, mono; - writes WAV to standard "
            + "output, each line as soon as it is rendered. To merge several scripts: a folder, which gets a .wav file for each.")
    @Nullable Path output;

    @Mixin PartOptions parts = new PartOptions();

    @Mixin ModelOptions models = new ModelOptions();
    @Mixin DeliveryOptions delivery = new DeliveryOptions();

    @Option(names = "--context", paramLabel = "RANGE",
            description = "The earlier lines that a line hears: conversation (default; all that fit), scene (since the last pause of 3 s, at least 5) or references (none, only reference "
            + "clips: such lines are rendered four at once).")
    ContextSelection.Preset context = ProjectSettings.FRESH.listening();

    @Option(names = "--takes", paramLabel = "N", description = "Render N takes of every line together; the one with the fewest wrong words, then "
            + "in its speaker's voice, then with the fewest issues, is used, and all are written to OUT.wav.takes.")
    int takes = 1;

    @Option(names = "--retries", paramLabel = "N",
            description = "Render a take with a serious issue again, up to N times, with another seed; "
            + "the output says so. Default: 0.")
    int retries;

    @Option(names = "--word-retries", paramLabel = "N",
            description = "Render a line again, up to N times, until its words are heard in a take; the best take is used. Default: the project's setting, 0 in a script.")
    @Nullable Integer wordRetries;

    @Option(names = "--stems", paramLabel = "DIR", description = "Also write one full-length file per speaker to DIR, in the format of OUT.")
    @Nullable Path stems;

    @Option(names = "--voices", paramLabel = "DIR",
            description = "Folder of reference clips named after the speakers (Ann.wav with Ann.txt), for speakers without @voice.")
    @Nullable Path voices;

    @Option(names = "--form", paramLabel = "FORM",
            description = "Script format, if auto-detection fails: parley, offsets, tags, fountain, markdown, play, transcript, csv, srt, "
                + "webvtt, plain.")
    @Nullable String form;

    @Mixin PreparationOption prepare = new PreparationOption();

    @Option(names = "--no-watermark", description = "Do not watermark the output.")
    boolean unmarked;

    @Option(names = "--keep-work", description = "Keep the work folder, so that only changed lines of an edited script are rendered again.")
    boolean keepWork;

    @Option(names = "--affected", description = "In a project, also render the lines whose context has changed or is rendered now.")
    boolean affected;

    @Option(names = "--all", description = "Render all lines of a project again, except locked ones.")
    boolean all;

    @Option(names = "--json", description = "Print JSON: one object per event.")
    boolean json;

    @Mixin EarsOption ears = new EarsOption();

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        checkNumbers();
        if (parts.areUsed()) {
            var together = new RenderTogether(this);
            return (parts.part().isPresent() ? together.part() : together.merge()).number();
        }
        if (files.size() > 1) throw new CommandLine.ParameterException(spec.commandLine(), "Several files can only be rendered with --part and --merge. Render one after another without.");
        var file = files.getFirst();
        if (isProject(file)) return project(file, Optional.empty());
        if (output == null) throw new CommandLine.ParameterException(spec.commandLine(), "Missing required option: '--output=OUT.wav'");
        var request = request(file, output);
        if (request.isPiped()) refuseForPipes();
        if (StandardInput.isMeant(file)) System.setIn(StandardInput.open());
        return script(request, read(request), Optional.empty());
    }

    private void checkNumbers() {
        if (takes < 1 || takes > 64) throw Problem.input("--takes " + takes + " is out of range. Use a number from 1 to 64.");
        if (wordRetries != null && (wordRetries < 0 || wordRetries > DocumentLimits.MOST_RETRIES)) {
            throw Problem.input("--word-retries " + wordRetries + " is out of range. Use a number from 0 to " + DocumentLimits.MOST_RETRIES + ".");
        }
        if (retries < 0) throw Problem.input("--retries " + retries + " is below 0. Use 0 or more.");
    }

    /** Whether a file is a project; options that do not apply are refused. */
    boolean isProject(Path file) {
        if (ProjectFolder.isProject(file) || output == null && file.toString().endsWith(ProjectFolder.ENDING)) {
            refuseForProjects();
            return true;
        }
        if (all || affected) throw new CommandLine.ParameterException(spec.commandLine(), (all ? "--all" : "--affected")
                + " applies to projects only, and " + file + " is not one.");
        return false;
    }

    ScriptRenderOptions request(Path script, Path output) {
        return new ScriptRenderOptions(script, Optional.ofNullable(form).map(ScriptFormat::named), StandardOutput.named(output), Optional.ofNullable(voices),
                prepare.preparation(),
                delivery.delivery(), context, delivery.seed().orElse(ProjectSettings.FRESH.seed()), takes, retries, Optional.ofNullable(stems), keepWork, ears());
    }

    RenderScript.Reading read(ScriptRenderOptions request) {
        return RenderScript.read(request, ears.transcripts(models.directories(), spec.commandLine().getErr()::println));
    }

    /** Renders a script and writes its output. */
    int script(ScriptRenderOptions request, RenderScript.Reading reading, Optional<FinishedLines> finished) {
        var err = spec.commandLine().getErr();
        try (var outputs = new Outputs(models.directories()); var grace = new GracePeriod()) {
            RenderScript.claim(outputs.readingFolder(models.folder()), request, reading);
            var mark = WatermarkOption.of(unmarked, models.directories());
            try (var model = models.open(err)) {
                new RenderScript(model, request, reading, mark, watcher(), finished).run(models.directories(), StandardOutput.open());
            }
            return ExitCode.DONE.number();
        } catch (CancellationException stopped) {
            if (!request.isPiped()) err.println("parley: Stopped. Finished lines are kept. Run the same command again to continue.");
            throw stopped;
        }
    }

    Ears ears() {
        return new Ears(ears.isOn(models.directories()), wordRetries == null ? OptionalInt.empty() : OptionalInt.of(wordRetries));
    }

    private void refuseForPipes() {
        if (json) StandardOutput.refuseJson(spec);
        if (takes > 1) throw new CommandLine.ParameterException(spec.commandLine(), "--takes needs an output file, next to which the takes are written.");
    }

    RenderEventListener watcher() {
        return json ? new RenderJson(spec.commandLine().getOut())
                : new RenderProgress(spec.commandLine().getErr());
    }

    private void refuseForProjects() {
        var misplaced = spec.commandLine().getParseResult().matchedOptions().stream().map(o -> o.longestName())
                .filter(o -> !FOR_PROJECTS.contains(o) && !PartOptions.NAMES.contains(o)).toList();
        if (!misplaced.isEmpty()) throw new CommandLine.ParameterException(spec.commandLine(), String.join(", ", misplaced)
                + " applies to scripts only: a project has its own settings.");
    }

    /** Renders what a project lacks. */
    int project(Path file, Optional<FinishedLines> finished) {
        var err = spec.commandLine().getErr();
        var opened = Project.open(file);
        opened.notices().forEach(err::println);
        try (var project = opened.project(); var grace = new GracePeriod()) {
            project.requireWritable();
            return project(project, finished, err);
        } catch (CancellationException stopped) {
            err.println("parley: Stopped. Finished lines are in the project. Run the same command again to continue.");
            throw stopped;
        }
    }

    RenderProject.Which which() {
        return all ? RenderProject.Which.ALL : affected ? RenderProject.Which.AFFECTED : RenderProject.Which.NEEDED;
    }

    private int project(Project project, Optional<FinishedLines> finished, PrintWriter err) {
        WatermarkOption.of(false, models.directories());   // reports a problem with the key now
        try (var model = models.open(err, project.document()); var known = models.known(err, model)) {
            LostSounds.repair(project, models.directories(), known, err);
            return new RenderProject(project, model, models.directories(), ears(), watcher(), finished).run(which(), takes, err::println);
        }
    }
}
