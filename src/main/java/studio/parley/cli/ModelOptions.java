package studio.parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import studio.parley.problem.Problem;
import studio.parley.studio.KnownModels;
import studio.parley.studio.ModelStore;
import studio.parley.studio.OpenModel;
import studio.parley.studio.Places;
import studio.parley.studio.Settings;
import studio.parley.studio.document.Document;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.ProjectModel;

/** Which model, and on what it computes. */
final class ModelOptions {
    @Option(names = "--model", paramLabel = "MODEL", description = "A model folder, or the name of one that 'parley models' lists. "
            + "Otherwise: the one a project is made with; for anything else $PARLEY_MODEL, the settings, the newest of your models, the one "
            + "that came with Parley.")
    @Nullable String model;

    @Option(names = "--device", paramLabel = "DEVICE", description = "auto (default), cpu or cuda.")
    @Nullable String device;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to compute with; 0 (default) means all cores.")
    int threads;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE) CommandLine.Model.CommandSpec command;

    private @Nullable Settings settings;

    Places places() {
        return Places.ofUser();
    }

    /** Read once; what was wrong with them is told. */
    Settings settings() {
        if (settings == null) settings = UserSettings.read(places(), command.commandLine().getErr());
        return settings;
    }

    Optional<String> named() {
        return Optional.ofNullable(model);
    }

    ModelStore store() {
        return new ModelStore(places(), settings());
    }

    /** The folder of the model that was named, else of the usual one. */
    Path folder() {
        return store().find(named());
    }

    /** The folder of the model that was named, else of the one a project is made with. */
    Path folder(Document project) {
        return named().isPresent() ? folder() : store().findFor(ProjectModel.wanted(project));
    }

    /** Opens the model that was named, else that of a project; says how many takes are of another one. */
    OpenModel open(PrintWriter err, Document project) {
        var opened = open(folder(project), err);
        long old = ProjectModel.outOfDate(project, ModelDefaults.of(opened).model());
        var were = old == 1 ? " line was made with another model and is" : " lines were made with another model and are";
        if (old > 0) err.println("parley: " + old + were + " out of date with this one");
        return opened;
    }

    /** Opens the model and says on {@code err} which one it is and what stands out. */
    OpenModel open(PrintWriter err) {
        return open(store().find(named()), err);
    }

    /** All models there are, for takes of any of them; the usual one (that of a project) is opened only when it is asked for. */
    KnownModels known(PrintWriter err, Document project) {
        return new KnownModels(store(), found(project), folder -> open(folder, err));
    }

    /** The same when one is open. */
    KnownModels known(PrintWriter err, OpenModel open) {
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

    private OpenModel open(Path folder, PrintWriter err) {
        var chosen = Optional.ofNullable(device).or(() -> settings().device()).orElse("auto");
        if (threads < 0) throw Problem.input("--threads " + threads + " is below 0; use 0 for all cores.");
        var terminal = new Terminal(err);
        var opened = OpenModel.open(folder, chosen, threads, settings().natives(), places(),
                share -> terminal.live(String.format(Locale.ROOT, "checking the model %3.0f %%", 100 * share)));
        terminal.line("model " + opened.describe() + " in " + opened.folder());
        opened.notices().forEach(terminal::line);
        return opened;
    }
}
