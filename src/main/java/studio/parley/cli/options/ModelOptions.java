package studio.parley.cli.options;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.model.KnownModels;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.ProjectModel;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** Options for the model and the compute device that runs it. */
public final class ModelOptions extends ModelOption {
    @Option(names = "--device", paramLabel = "DEVICE", description = "Compute device: auto (default), cpu, cuda (an NVIDIA card; see 'parley gpu') or coreml (a Mac).")
    @Nullable String device;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads; 0 (default) = all cores.")
    int threads;

    /** 0 for all cores. */
    public int threads() {
        return threads;
    }

    /** The folder of the given model, else of the project's model. */
    public Path folder(Document project) {
        return named().isPresent() ? folder() : store().findFor(ProjectModel.wanted(project));
    }

    /** Opens the given model, else that of a project; reports how many takes are from another one. */
    public LoadedModel open(PrintWriter err, Document project) {
        var opened = open(folder(project), err);
        long old = ProjectModel.outOfDate(project, ModelDefaults.of(opened).model());
        var were = old == 1 ? " line was rendered with another model and is" : " lines were rendered with another model and are";
        if (old > 0) err.println("parley: " + old + were + " out of date with this one.");
        return opened;
    }

    /** Opens the model and prints on {@code err} which one it is and its notices. */
    public LoadedModel open(PrintWriter err) {
        return open(store().find(named()), err);
    }

    /** All available models, for takes of any of them; the default one (that of a project) is opened only if it is needed. */
    public KnownModels known(PrintWriter err, Document project) {
        return new KnownModels(store(), found(project), folder -> open(folder, err));
    }

    /** The same if one is open. */
    public KnownModels known(PrintWriter err, LoadedModel open) {
        return new KnownModels(store(), open, folder -> open(folder, err));
    }

    private Optional<Path> found(Document project) {
        try {
            return Optional.of(folder(project));
        } catch (Problem none) {
            if (model != null) throw none;
            return Optional.empty();
        }
    }

    /** Likewise, from its folder. */
    public LoadedModel open(Path folder, PrintWriter err) {
        var chosen = Optional.ofNullable(device).or(() -> settings().device()).orElse("auto");
        if (threads < 0) throw Problem.input("--threads " + threads + " is below 0. Use 0 for all cores.");
        var terminal = new Terminal(err);
        var opened = LoadedModel.open(folder, chosen, threads, settings().natives(), directories(),
                share -> terminal.progress(String.format(Locale.ROOT, "checking the model %3.0f %%", 100 * share)));
        terminal.line("model " + opened.describe() + " in " + opened.folder());
        opened.notices().forEach(terminal::line);
        opened.onFallback(terminal::line);
        return opened;
    }
}
