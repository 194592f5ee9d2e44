package studio.parley.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** The option for the model, of commands that do not run it. */
public sealed class ModelOption permits ModelOptions {
    @Option(names = "--model", paramLabel = "MODEL", description = "A model folder, or the name of one that 'parley models' lists. "
            + "Default: the project's model; without a project $PARLEY_MODEL, the model chosen in the settings, the newest of your models, or the one "
            + "bundled with Parley.")
    @Nullable String model;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE) CommandLine.Model.CommandSpec command;

    private @Nullable Settings settings;

    public AppDirectories directories() {
        return AppDirectories.ofUser();
    }

    /** Read once; problems with the file are reported. */
    public Settings settings() {
        if (settings == null) settings = UserSettings.read(directories(), command.commandLine().getErr());
        return settings;
    }

    public Optional<String> named() {
        return Optional.ofNullable(model);
    }

    public ModelStore store() {
        return new ModelStore(directories(), settings());
    }

    /** The folder of the given model, else of the default one. */
    public Path folder() {
        return store().find(named());
    }
}
