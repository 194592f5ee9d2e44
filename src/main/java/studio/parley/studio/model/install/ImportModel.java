package studio.parley.studio.model.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import studio.parley.convert.folder.StagingFolder;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.FreeSpace;
import studio.parley.modelfolder.ModelCheck;
import studio.parley.problem.Problem;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.model.ModelContract;
import studio.parley.studio.model.ConvertCheckpoint;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.model.ModelStore;
import studio.parley.studio.model.install.InstallEvent.Stage;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** Installs a model from this machine: a model folder is checked and copied, a checkpoint is converted. */
public final class ImportModel {
    private final AppDirectories directories;
    private final Settings settings;
    private final Installation installation;
    private final InstallMeter meter;

    public ImportModel(AppDirectories directories, Settings settings, Consumer<InstallEvent> listener) {
        this.directories = directories;
        this.settings = settings;
        this.meter = new InstallMeter(listener, System::nanoTime);
        this.installation = new Installation(directories, settings, listener, meter, MemorySpeed::measure);
    }

    /** Whether a folder or file may be a model or a checkpoint, by its name and those in it. */
    public static boolean isOne(Path path) {
        if (!Files.isDirectory(path)) return path.toString().endsWith(".safetensors") || path.toString().endsWith(".safetensors.index.json");
        if (Files.isRegularFile(path.resolve(ModelContract.MODEL_JSON))) return true;
        try (var files = Files.list(path)) {
            return files.anyMatch(f -> f.toString().endsWith(".safetensors"));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns the installed model. Interrupting the thread cancels; then nothing remains.
     *
     * @param path a model folder, a checkpoint's folder or one {@code .safetensors} file
     * @param precision of a checkpoint; empty: chosen for this machine
     */
    public ModelEntry run(Path path, Optional<String> precision) {
        precision.ifPresent(ConvertCheckpoint::precision);
        if (Files.isRegularFile(path) && !path.endsWith(ModelContract.MODEL_JSON) && !isOne(path)) {
            throw Problem.model(path + " is not a speech model. Choose a model folder, or a checkpoint: its folder, or its .safetensors file.");
        }
        var folder = Files.isDirectory(path) ? path : Disk.parent(path);
        boolean isModel = Files.isRegularFile(folder.resolve(ModelContract.MODEL_JSON)) && (Files.isDirectory(path) || path.endsWith(ModelContract.MODEL_JSON));
        var entry = isModel ? copy(folder, precision) : installation.convert(path, name(path), precision, Optional.empty(), Optional.empty());
        meter.stage(Stage.DONE, entry.folder().toString());
        return entry;
    }

    private String name(Path checkpoint) {
        return String.valueOf(new ModelStore(directories, settings).place(checkpoint).getFileName());
    }

    private ModelEntry copy(Path folder, Optional<String> precision) {
        if (precision.isPresent()) throw Problem.input(folder + " is converted already, so its precision is fixed. Import it without --precision.");
        var info = SpeechModel.describe(folder);
        var known = new ModelStore(directories, settings).list().stream().filter(m -> m.label().equals(info.label())).findFirst();
        if (known.isPresent()) return known.get();
        meter.stage(Stage.VERIFYING, folder.toString());
        new ModelCheck(folder, info.files(), info.networks(), directories.checkedModels(), share -> meter.copied(share / 2, folder.toString())).run();
        var output = installation.free(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        Disk.folder(directories.models());
        FreeSpace.require(directories.models(), info.bytes(), "The model");
        try (var staging = StagingFolder.begin(output, false)) {
            long done = 0;
            for (var file : info.files()) {
                AtomicFile.copy(folder.resolve(file.name()), staging.folder().resolve(file.name()));
                done += file.bytes();
                meter.copied(0.5 + 0.5 * done / Math.max(1, info.bytes()), file.name());
            }
            AtomicFile.copy(folder.resolve(ModelContract.MODEL_JSON), staging.folder().resolve(ModelContract.MODEL_JSON));
            staging.finish();
        }
        return ModelStore.describe(output);
    }
}
