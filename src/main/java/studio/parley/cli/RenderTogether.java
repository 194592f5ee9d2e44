package studio.parley.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import studio.parley.cli.options.StandardInput;
import studio.parley.cli.options.WatermarkOption;
import studio.parley.problem.Problem;
import studio.parley.studio.RenderEventListener;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.parts.Part;
import studio.parley.studio.project.parts.RenderPart;
import studio.parley.studio.project.parts.SharedFolder;
import studio.parley.studio.project.parts.Unit;
import studio.parley.studio.project.parts.Work;
import studio.parley.studio.project.render.FinishedLines;
import studio.parley.studio.project.render.RenderProject;
import studio.parley.studio.project.script.RenderScript;
import studio.parley.studio.project.script.ScriptRenderOptions;

/** {@code parley render --part} and {@code --merge}: several processes, perhaps on several machines, render the same files together. */
final class RenderTogether {
    private static final int LEAST_TAKEOVER = 5;
    private static final int MOST_NAMED = 10;

    private final RenderCommand command;
    private final SharedFolder work;
    private final Map<Path, RenderScript.Reading> readings = new HashMap<>();

    RenderTogether(RenderCommand command) {
        this.command = command;
        var parts = command.parts;
        if (parts.takeover() < LEAST_TAKEOVER) throw Problem.input("--takeover " + parts.takeover() + " is out of range. Use " + LEAST_TAKEOVER + " seconds or more.");
        if (command.files.stream().anyMatch(StandardInput::isMeant)) throw parts.refused("A script on standard input cannot be rendered in parts. Write it to a file.");
        var seen = new HashSet<Path>();
        var twice = command.files.stream().filter(f -> !seen.add(f.toAbsolutePath().normalize())).findFirst();
        if (twice.isPresent()) throw parts.refused(twice.get() + " is named twice.");
        if (parts.part().isPresent() && (command.output != null || command.stems != null || command.keepWork)) {
            throw parts.refused("--output, --stems and --keep-work apply to --merge: a part writes nothing but the work folder.");
        }
        this.work = new SharedFolder(parts.work().toAbsolutePath());
    }

    /** Renders a part. */
    ExitCode part() {
        var part = Part.of(command.parts.part().orElseThrow());
        var err = command.spec.commandLine().getErr();
        try (var grace = new GracePeriod(); var sources = new Sources(new FinishedLines(work.open(), false))) {
            work.agree(mark());
            var rendering = new RenderPart(part, work.path(), SharedFolder.host(), Duration.ofSeconds(command.parts.takeover()), command.watcher());
            var units = new ArrayList<Unit>();
            for (var file : command.files) units.addAll(sources.units(file, rendering.watcher()));
            err.println(count(units.stream().mapToInt(Unit::lines).sum(), "line") + " in " + count(units.size(), "unit") + " for " + count(part.count(), "part")
                    + (units.size() < part.count() ? ". Lines that hear each other cannot be divided, so some parts have nothing to render." : "."));
            var done = rendering.run(units);
            err.println("Part " + part + ": " + count(done.units(), "unit") + ", " + count(done.spoken(), "line") + " rendered"
                    + (done.found() > 0 ? ", " + count(done.found(), "line") + " found finished" : "") + (done.takenOver() > 0 ? ", " + count(done.takenOver(), "unit") + " taken over" : "") + ".");
            return ExitCode.DONE;
        } catch (CancellationException stopped) {
            err.println("parley: Stopped. Finished lines are kept. Run the part again to continue, or let the other parts take over.");
            throw stopped;
        }
    }

    private WatermarkApplier mark() {
        return WatermarkOption.of(command.unmarked, command.models.directories());
    }

    /** Writes what all parts have rendered, if they have finished. */
    ExitCode merge() {
        work.require();
        var outputs = outputs();
        var finished = new FinishedLines(work.path(), true);
        var units = new LinkedHashMap<Path, List<Unit>>();
        try (var sources = new Sources(finished)) {
            work.agree(mark());
            for (var file : command.files) units.put(file, sources.units(file, event -> { }));
        }
        var missing = units.values().stream().flatMap(List::stream).filter(u -> !work.isDone(u)).map(Unit::name).toList();
        if (!missing.isEmpty()) return unfinished(missing, units.values().stream().mapToInt(List::size).sum());
        units.forEach((file, all) -> {
            try {
                write(file, Optional.ofNullable(outputs.get(file)), finished);
            } catch (Problem p) {
                // Something the parts had finished may be gone.
                if (p.kind() == Problem.Kind.INPUT) all.forEach(work::reopen);
                throw p;
            }
        });
        return ExitCode.DONE;
    }

    private void write(Path file, Optional<Path> output, FinishedLines finished) {
        if (output.isEmpty()) command.project(file, Optional.of(finished));
        else {
            var request = command.request(file, output.get());
            command.script(request, reading(file, request), Optional.of(finished));
        }
    }

    private ExitCode unfinished(List<String> missing, int all) {
        var names = missing.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        var words = missing.size() + " of " + count(all, "unit") + (missing.size() == 1 ? " has" : " have") + " not been finished: " + names
                + (missing.size() > MOST_NAMED ? "; …" : "") + ". Run the parts again; only what is missing is rendered.";
        ProblemHandler.tell(command.spec.commandLine(), command.spec.commandLine().getParseResult().expandedArgs(), ExitCode.UNFINISHED, words, true);
        return ExitCode.UNFINISHED;
    }

    /** The output of each script: the given file, or a file for each in the given folder, with the folders that the scripts are in below their common one. */
    private Map<Path, Path> outputs() {
        var scripts = command.files.stream().filter(f -> !command.isProject(f)).toList();
        if (scripts.isEmpty()) return Map.of();
        var output = command.output;
        if (output == null) throw command.parts.refused("Missing required option: '--output=OUT', a file for one script or a folder for several.");
        if (scripts.size() == 1) return Map.of(scripts.getFirst(), output);
        if (command.stems != null) throw command.parts.refused("--stems can only be written for one script at a time. Merge each script on its own.");
        return SharedFolder.outputs(scripts, output);
    }

    /** Each script is read once. */
    private RenderScript.Reading reading(Path script, ScriptRenderOptions request) {
        return readings.computeIfAbsent(script, s -> command.read(request));
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The open scripts and projects, and their models. */
    private final class Sources implements AutoCloseable {
        private final FinishedLines finished;
        private final Map<Path, LoadedModel> models = new LinkedHashMap<>();
        private final List<Project> projects = new ArrayList<>();

        Sources(FinishedLines finished) {
            this.finished = finished;
        }

        List<Unit> units(Path file, RenderEventListener watcher) {
            return command.isProject(file) ? project(file, watcher) : List.of(script(file, watcher));
        }

        private Unit script(Path file, RenderEventListener watcher) {
            var request = command.request(file, work.path());
            var reading = reading(file, request);
            var script = new RenderScript(model(command.models.folder()), request, reading, mark(), watcher, Optional.of(finished));
            return Work.of(file.toString(), script, reading, command.models.directories());
        }

        private List<Unit> project(Path file, RenderEventListener watcher) {
            var err = command.spec.commandLine().getErr();
            var opened = Project.openDraft(file, finished.audio());
            projects.add(opened.project());
            opened.notices().forEach(err::println);
            var document = opened.project().document();
            var rendering = new RenderProject(opened.project(), model(command.models.folder(document)), command.models.directories(), command.ears(), watcher, Optional.of(finished));
            return Work.of(file.toString(), rendering, command.which(), command.takes, List.of(mark().name(), references(opened.project())));
        }

        /** The files that the document only names. */
        private String references(Project project) {
            return project.document().conversation().speakers().stream().flatMap(s -> s.references().stream())
                    .map(r -> finished.hash(project.folder().reference(r.path()))).collect(Collectors.joining(" "));
        }

        private LoadedModel model(Path folder) {
            return models.computeIfAbsent(folder, f -> command.models.open(f, command.spec.commandLine().getErr()));
        }

        @Override
        public void close() {
            projects.forEach(Project::close);
            models.values().forEach(LoadedModel::close);
        }
    }
}
