package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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
import studio.parley.studio.document.model.DocumentLimits;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.project.render.Ears;
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
                + "options apply to a project.", ""},
        footer = {"", "Example: parley render assets/samples/lighthouse.txt -o out.wav --stems stems"})
final class RenderCommand implements Callable<Integer> {
    private static final Set<String> FOR_PROJECTS = Set.of("--takes", "--word-retries", "--no-ears", "--affected", "--all", "--json", "--model", "--device", "--threads", "--debug");

    @Parameters(paramLabel = "SCRIPT", description = "The script (UTF-8) or a project folder; - for a script on standard input.")
    Path script = Path.of("");

    @Option(names = {"-o", "--output"}, paramLabel = "OUT.wav",
            description = "The audio file of a script: .wav (16 bit), .flac, .mp3 or .opus, mono; - writes WAV to standard "
            + "output, each line as soon as it is rendered.")
    @Nullable Path output;

    @Mixin ModelOptions models = new ModelOptions();
    @Mixin DeliveryOptions delivery = new DeliveryOptions();

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
        if (takes < 1 || takes > 64) throw Problem.input("--takes " + takes + " is out of range. Use a number from 1 to 64.");
        if (wordRetries != null && (wordRetries < 0 || wordRetries > DocumentLimits.MOST_RETRIES)) {
            throw Problem.input("--word-retries " + wordRetries + " is out of range. Use a number from 0 to " + DocumentLimits.MOST_RETRIES + ".");
        }
        if (retries < 0) throw Problem.input("--retries " + retries + " is below 0. Use 0 or more.");
        var err = spec.commandLine().getErr();
        if (ProjectFolder.isProject(script) || isMeantAsProject()) return project(err);
        if (all || affected) throw new CommandLine.ParameterException(spec.commandLine(), (all ? "--all" : "--affected")
                + " applies to projects only, and " + script + " is not one.");
        if (output == null) throw new CommandLine.ParameterException(spec.commandLine(), "Missing required option: '--output=OUT.wav'");
        var request = new ScriptRenderOptions(script, Optional.ofNullable(form).map(ScriptFormat::named), StandardOutput.named(output), Optional.ofNullable(voices),
                prepare.preparation(),
                delivery.delivery(), delivery.seed().orElse(ProjectSettings.FRESH.seed()), takes, retries, Optional.ofNullable(stems), keepWork, ears());
        if (request.isPiped()) refuseForPipes();
        if (StandardInput.isMeant(script)) System.setIn(StandardInput.open());
        var reading = RenderScript.read(request, ears.transcripts(models.directories(), err::println));
        try (var outputs = new Outputs(models.directories()); var grace = new GracePeriod()) {
            RenderScript.claim(outputs.readingFolder(models.folder()), request, reading);
            var mark = WatermarkOption.of(unmarked, models.directories());
            try (var model = models.open(err)) {
                new RenderScript(model, request, reading, mark, watcher()).run(models.directories(), StandardOutput.open());
            }
            return ExitCode.DONE.number();
        } catch (CancellationException stopped) {
            if (!request.isPiped()) err.println("parley: Stopped. Finished lines are kept. Run the same command again to continue.");
            throw stopped;
        }
    }

    private Ears ears() {
        return new Ears(ears.isOn(models.directories()), wordRetries == null ? OptionalInt.empty() : OptionalInt.of(wordRetries));
    }

    private void refuseForPipes() {
        if (json) StandardOutput.refuseJson(spec);
        if (takes > 1) throw new CommandLine.ParameterException(spec.commandLine(), "--takes needs an output file, next to which the takes are written.");
    }

    /** The name of a project without an output: opening it gives the best error message. */
    private boolean isMeantAsProject() {
        return output == null && script.toString().endsWith(".parley");
    }

    private RenderEventListener watcher() {
        return json ? new RenderJson(spec.commandLine().getOut())
                : new RenderProgress(spec.commandLine().getErr());
    }

    private int project(PrintWriter err) {
        var misplaced = spec.commandLine().getParseResult().matchedOptions().stream().map(o -> o.longestName())
                .filter(o -> !FOR_PROJECTS.contains(o)).toList();
        if (!misplaced.isEmpty()) throw new CommandLine.ParameterException(spec.commandLine(), String.join(", ", misplaced)
                + " applies to scripts only: a project has its own settings.");
        var opened = Project.open(script);
        opened.notices().forEach(err::println);
        try (var project = opened.project(); var grace = new GracePeriod()) {
            project.requireWritable();
            return project(project, err);
        } catch (CancellationException stopped) {
            err.println("parley: Stopped. Finished lines are in the project. Run the same command again to continue.");
            throw stopped;
        }
    }

    private RenderProject.Which which() {
        return all ? RenderProject.Which.ALL : affected ? RenderProject.Which.AFFECTED : RenderProject.Which.NEEDED;
    }

    private int project(Project project, PrintWriter err) {
        WatermarkOption.of(false, models.directories());   // reports a problem with the key now
        try (var model = models.open(err, project.document()); var known = models.known(err, model)) {
            LostSounds.repair(project, models.directories(), known, err);
            return new RenderProject(project, model, models.directories(), ears(), watcher()).run(which(), takes, err::println);
        }
    }
}
