package studio.parley.studio.model.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import studio.parley.convert.check.SelfCheck;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.TempFolder;
import studio.parley.modelfolder.ModelCheck;
import studio.parley.problem.Problem;
import studio.parley.speech.SpeechModel;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.OpenModel;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** Checking and removing models. */
public record InstalledModels(AppDirectories directories, Settings settings) {
    /**
     * Compares every file with its hash, whatever earlier checks have found, and lets the model speak a few frames.
     *
     * @param progress receives the fraction of the files that is read, 0 to 1
     * @return what a person should know, if anything
     * @throws Problem if it is damaged or does not work
     */
    public Optional<String> check(Path folder, DoubleConsumer progress) {
        var memory = TempFolder.folder();
        try {
            var info = SpeechModel.describe(folder);
            var notice = new ModelCheck(folder, info.files(), info.networks(), memory, progress).run();
            SelfCheck.run(folder, info.bytes());
            return notice;
        } finally {
            Disk.remove(memory);
        }
    }

    /** A model that {@link #remove} would remove, by its name or folder. */
    public ModelEntry removable(String name) {
        var folder = new ModelStore(directories, settings).find(Optional.of(name));
        if (!isOwn(folder)) {
            throw Problem.input(folder + " is not one of your models in " + directories.models() + ", so Parley does not remove it. Delete the folder yourself.");
        }
        return ModelStore.describe(folder);
    }

    /**
     * Removes a model folder of the user's. It disappears in one step.
     *
     * @return whether it was the default model, which the caller then has to change
     * @throws Problem if it is in use, or not one of the user's
     */
    public boolean remove(ModelEntry model) {
        var folder = removable(model.folder().toString()).folder();
        var removed = folder.resolveSibling("." + folder.getFileName() + ".removed");
        boolean done = OpenModel.unlessOpen(directories, folder, () -> {
            Disk.remove(removed);
            Disk.move(folder, removed);
        });
        if (!done) throw Problem.input(model.name() + " is in use by a running Parley. Close it, or choose another model there, then try again.");
        Disk.remove(removed);
        return settings.model().filter(m -> isNamed(folder, m)).isPresent();
    }

    private static boolean isNamed(Path folder, String name) {
        return Path.of(name).equals(folder) || name.equals(String.valueOf(folder.getFileName()));
    }

    /** Directly in the user's folder of models, and not a link to somewhere else. */
    private boolean isOwn(Path folder) {
        try {
            return Files.isDirectory(directories.models()) && !Files.isSymbolicLink(folder)
                    && directories.models().toRealPath().equals(Disk.parent(folder).toRealPath());
        } catch (IOException e) {
            throw IoProblem.of("read", folder, e);
        }
    }
}
