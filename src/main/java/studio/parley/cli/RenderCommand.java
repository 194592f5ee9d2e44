package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.dialogue.script.ScriptFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.Outputs;
import studio.parley.studio.RenderEventListener;
import studio.parley.studio.RenderRequest;
import studio.parley.studio.RenderScript;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.project.render.RenderProject;

/** A script becomes a conversation. */
@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Speak a script into one sound file, or what is new in a project.",
        description = {"", "Every line hears the lines before it and the reference voices of those who speak there. A script looks like this:", "",
            "  # The Lighthouse", "  @voice Ann refs/ann.wav",
            "  Ann: Did you see that?", "  Ben: (whispering) See what?",
            "  Ann: [pause 0.6] That light.", "  Ben ^: Oh no.", "",
            "A title; a voice, the words of its clip in refs/ann.txt; a direction in brackets is kept, not spoken; ^ interrupts the "
                + "line before.", "",
            "Also read: a||b1||c0, [S1] and [0] tags, Fountain, plays, Markdown (**Name:** words), transcripts and chats with times, tables "
                + "(CSV with a speaker and a line column), SRT, WebVTT, prose. What is passed over or guessed is said.", "",
            "Finished lines are kept beside the output, in OUT.wav.parley-work, until all is done: after Ctrl-C or a power cut, "
                + "the same command goes on where it was. A changed line is made again, and so are those that hear it.", "",
            "Of a project (a folder NAME.parley, see 'parley import') the lines without a take and the changed ones are "
                + "spoken in place, with --affected also those that heard them; only --takes, --affected, --all, --json and the model options "
                + "go with it.", ""},
        footer = {"", "Example: parley render assets/samples/lighthouse.txt -o out.wav --stems stems"})
final class RenderCommand implements Callable<Integer> {
    private static final Set<String> FOR_PROJECTS = Set.of("--takes", "--affected", "--all", "--json", "--model", "--device", "--threads", "--debug");

    @Parameters(paramLabel = "SCRIPT", description = "The script, UTF-8, or a project folder; - reads a script from standard input.")
    Path script = Path.of("");

    @Option(names = {"-o", "--output"}, paramLabel = "OUT.wav",
            description = "Where a script's conversation goes: a .wav (16 bit), .flac, .mp3 or .opus file, mono; - writes WAV to standard "
            + "output, each line as soon as it is made.")
    @Nullable Path output;

    @Mixin ModelOptions models = new ModelOptions();
    @Mixin DeliveryOptions delivery = new DeliveryOptions();

    @Option(names = "--takes", paramLabel = "N", description = "Speak N takes of every line at once; the one with the fewest findings "
            + "sounds, all are written to OUT.wav.takes.")
    int takes = 1;

    @Option(names = "--retries", paramLabel = "N",
            description = "Make a take with a serious finding again, up to N times, with another seed; "
            + "the report says so. Default 0.")
    int retries;

    @Option(names = "--stems", paramLabel = "DIR", description = "Also write one full-length file for each speaker, in the format of OUT.")
    @Nullable Path stems;

    @Option(names = "--voices", paramLabel = "DIR",
            description = "Reference clips named like the speakers (Ann.wav with Ann.txt), for those without @voice.")
    @Nullable Path voices;

    @Option(names = "--form", paramLabel = "FORM",
            description = "What kind of script it is, if guessing fails: parley, offsets, tags, fountain, markdown, play, transcript, csv, srt, "
                + "webvtt, plain.")
    @Nullable String form;

    @Mixin PreparationOption prepare = new PreparationOption();

    @Option(names = "--no-watermark", description = "Leave out the inaudible mark that says this is generated.")
    boolean unmarked;

    @Option(names = "--keep-work", description = "Leave the work folder, so that a changed script is only made again where it changed.")
    boolean keepWork;

    @Option(names = "--affected", description = "Of a project speak also the lines whose takes heard one that is spoken now or has changed since.")
    boolean affected;

    @Option(names = "--all", description = "Speak all lines of a project anew, but not locked ones.")
    boolean all;

    @Option(names = "--json", description = "Tell machines: one JSON object per event on standard output.")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (takes < 1 || takes > 64) throw Problem.input("--takes " + takes + " is not between 1 and 64.");
        if (retries < 0) throw Problem.input("--retries " + retries + " is below 0.");
        var err = spec.commandLine().getErr();
        if (ProjectFolder.isProject(script) || isMeantAsProject()) return project(err);
        if (all || affected) throw new CommandLine.ParameterException(spec.commandLine(), (all ? "--all" : "--affected")
                + " goes with a project, and " + script + " is none");
        if (output == null) throw new CommandLine.ParameterException(spec.commandLine(), "Missing required option: '--output=OUT.wav'");
        var request = new RenderRequest(script, Optional.ofNullable(form).map(ScriptFormat::named), StandardOutput.named(output), Optional.ofNullable(voices),
                prepare.preparation(),
                delivery.delivery(), delivery.seed().orElse(ProjectSettings.FRESH.seed()), takes, retries, Optional.ofNullable(stems), keepWork);
        if (request.isPiped()) refuseForPipes();
        if (StandardInput.isMeant(script)) System.setIn(StandardInput.open());
        var reading = RenderScript.read(request);
        try (var outputs = new Outputs(models.directories()); var grace = new GracePeriod()) {
            RenderScript.claim(outputs.readingFolder(models.folder()), request, reading);
            var mark = WatermarkOption.of(unmarked, models.directories());
            try (var model = models.open(err)) {
                new RenderScript(model, request, reading, mark, watcher()).run(models.directories(), StandardOutput.open());
            }
            return ExitCode.DONE.number();
        } catch (CancellationException stopped) {
            if (!request.isPiped()) err.println("parley: stopped; finished lines are kept, and the same command goes on from here.");
            throw stopped;
        }
    }

    private void refuseForPipes() {
        if (json) StandardOutput.refuseJson(spec);
        if (takes > 1) throw new CommandLine.ParameterException(spec.commandLine(), "--takes needs an output file, beside which the takes go");
    }

    /** A project's name and nowhere to write a sound: opening it says best what is wrong with it. */
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
                + " goes with a script; a project keeps such settings itself");
        var opened = Project.open(script);
        opened.notices().forEach(err::println);
        try (var project = opened.project(); var grace = new GracePeriod()) {
            project.requireWritable();
            return project(project, err);
        } catch (CancellationException stopped) {
            err.println("parley: stopped; finished lines are in the project, and the same command goes on from here.");
            throw stopped;
        }
    }

    private RenderProject.Which which() {
        return all ? RenderProject.Which.ALL : affected ? RenderProject.Which.AFFECTED : RenderProject.Which.NEEDED;
    }

    private int project(Project project, PrintWriter err) {
        WatermarkOption.of(false, models.directories());   // says now what is wrong with the key
        try (var model = models.open(err, project.document()); var known = models.known(err, model)) {
            LostSounds.repair(project, models.directories(), known, err);
            return new RenderProject(project, model, models.directories(), watcher()).run(which(), takes, err::println);
        }
    }
}
