package studio.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.parley.cli.options.UserSettings;
import studio.parley.problem.Problem;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.install.ImportModel;
import studio.parley.studio.settings.AppDirectories;

/** Installs a model from this machine. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Install a model from a folder or file on this machine.",
        description = {"", "A model folder is checked and copied; a checkpoint (a folder, or one .safetensors file) is converted and tested.", ""})
final class ImportModelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER|FILE", description = "A model folder, or a checkpoint in transformers' layout.")
    Path path = Path.of("");

    @Option(names = "--precision", paramLabel = "P", description = "Of a checkpoint: fp32, fp16, int8, int4 or compact. Default: chosen for this machine.")
    @Nullable String precision;

    @Option(names = "--json", description = "Print JSON, one event per line: progress, precision, notice, installed.")
    boolean json;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        var directories = AppDirectories.ofUser();
        var settings = UserSettings.read(directories, spec.commandLine().getErr());
        if (!Files.exists(path)) throw Problem.model(path + " does not exist. Name a model folder or a checkpoint; 'parley models get' downloads one.");
        var report = new InstallReport(spec.commandLine(), json);
        var made = new ImportModel(directories, settings, report).run(path, Optional.ofNullable(precision));
        report.installed(made, new ModelStore(directories, settings));
        return ExitCode.DONE.number();
    }
}
