package studio.parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.EarsOption;
import studio.parley.cli.options.ExportOptions;
import studio.parley.cli.options.ModelOptions;
import studio.parley.dialogue.AllowedText;
import studio.parley.problem.Problem;
import studio.parley.studio.Outputs;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Export;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.export.WordSource;
import studio.parley.studio.project.LineIssues;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.hearing.HeardTakes;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.ExportPresets;
import studio.parley.studio.transcription.TakeTranscriber;

/** Exports the audio and texts of a project. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Write a project's mix, stems, clips, subtitles and session files.",
        description = {"", "Lines without a take, without their audio file or changed since are listed first, and nothing is written unless "
            + "--anyway is given. Takes rendered from an earlier take that has changed since are only reported. Files are labelled as AI-generated.", ""},
        footer = {"", "Example: parley export lighthouse.parley -o out --preset handoff"})
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME.parley", description = "The project folder.")
    Path folder = Path.of("");

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true, description = "The folder to write to.")
    Path output = Path.of("");

    @Option(names = "--preset", paramLabel = "PRESET",
            description = "mix (default), stems, handoff (everything), podcast, broadcast, acx, or a preset of your own.")
    String preset = "mix";

    @Mixin ExportOptions options = new ExportOptions();

    @Option(names = "--anyway", description = "Export even if lines are missing or out of date.")
    boolean anyway;

    @Mixin EarsOption ears = new EarsOption();

    @Mixin ModelOptions models = new ModelOptions();

    @Option(names = "--json", description = "Print JSON: one object.")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var chosen = options.over(ExportPresets.named(models.settings(), preset));
        var opened = Project.open(folder);
        opened.notices().forEach(spec.commandLine().getErr()::println);
        try (var project = opened.project(); var outputs = new Outputs(models.directories()); var grace = new GracePeriod()) {
            outputs.reading(project.folder(), project.document()).folder(output);
            repair(project);
            var unready = unready(project);
            list(unready, project.document());
            boolean blocked = unready.stream().anyMatch(LineIssues.Issue::isTask);
            if (blocked && !anyway) throw Problem.input("Nothing was exported: " + count(unready)
                    + ". Render them with 'parley render " + folder + "', or use --anyway.");
            return write(project, outputs, chosen, unready);
        }
    }

    private void repair(Project project) {
        var err = spec.commandLine().getErr();
        try (var known = models.known(err, project.document())) {
            LostSounds.repair(project, models.directories(), known, err);
        }
    }

    private List<LineIssues.Issue> unready(Project project) {
        return LineIssues.forExport(project.document(), project.folder(), defaults(project.document()), HeardTakes.of(project.folder(), models.directories(), 0));
    }

    /** Those of the model that would render; if there is none, the takes' own model counts. */
    private ModelDefaults defaults(Document document) {
        try {
            return ModelDefaults.of(models.folder(document));
        } catch (Problem none) {
            if (models.named().isPresent()) throw none;
            return ModelDefaults.of(document);
        }
    }

    private void list(List<LineIssues.Issue> unready, Document document) {
        for (var u : unready) {
            var line = document.line(u.line()).orElseThrow();
            var text = AllowedText.shortened(line.text(), 50);
            for (var reason : u.reasons()) spec.commandLine().getErr().println("Line " + u.number() + " " + words(reason) + ": "
                    + document.conversation().speaker(line.speaker()).name() + ": " + text.replace('\n', ' '));
        }
    }

    private static String words(LineIssues.Reason reason) {
        return switch (reason) {
            case LineIssues.Reason.Missing() -> "has no take";
            case LineIssues.Reason.SoundMissing() -> "has a take without its audio file";
            case LineIssues.Reason.Stale s -> "has changed since it was rendered";
            case LineIssues.Reason.StaleUpstream s -> "was rendered from an earlier take that has changed since";
            case LineIssues.Reason.SpeaksTwice twice -> "overlaps another line of its speaker by " + twice.millis() + " ms";
            case LineIssues.Reason.OtherVoice(var finding) -> "has a take in another voice (" + finding.sentence() + ")";
            case LineIssues.Reason.Words heard -> "has a take with other words (" + String.join(" ", heard.sentences()) + ")";
            case LineIssues.Reason.Flagged() -> "is flagged";
            case LineIssues.Reason.Unsayable(var characters) -> "contains characters that the model cannot say (" + characters + ")";
            default -> throw new IllegalArgumentException(reason.code());
        };
    }

    private static String count(List<LineIssues.Issue> unready) {
        long lines = unready.stream().filter(LineIssues.Issue::isTask).count();
        return lines + (lines == 1 ? " line is" : " lines are") + " missing or out of date";
    }

    private Export.Outcome export(Project project, Outputs outputs, ExportPreset chosen) {
        var document = project.document();
        boolean wanted = chosen.parts().contains(ExportPreset.Part.WORDS) && ears.isOn(models.directories());
        try (var words = wanted ? TakeTranscriber.source(models.directories(), document, project.clipStore()) : WordSource.NONE) {
            var export = new Export(document, project.clipStore(), chosen, output, words, share -> { });
            outputs.within(output, export.names());
            return export.outcome();
        }
    }

    private int write(Project project, Outputs outputs, ExportPreset chosen, List<LineIssues.Issue> unready) {
        if (project.document().lines().stream().allMatch(l -> l.sounding().isEmpty())) {
            throw Problem.input("Nothing in " + folder + " has been rendered yet. Render it with 'parley render " + folder + "'.");
        }
        try {
            var done = export(project, outputs, chosen);
            var open = unready.stream().flatMap(u -> u.reasons().stream().map(r -> u.number() + " " + r.code())).toList();
            if (json) spec.commandLine().getOut().println(Json.of(Json.object("files", done.files().stream().map(Path::toString).toList(),
                    "notes", done.notes(), "unready", open)));
            else done.files().forEach(spec.commandLine().getOut()::println);
            if (!json) done.notes().forEach(spec.commandLine().getErr()::println);
            return ExitCode.DONE.number();
        } catch (CancellationException stopped) {
            spec.commandLine().getErr().println("parley: Stopped. Nothing was exported.");
            throw stopped;
        }
    }
}
