package studio.parley.studio.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.recognition.WhisperInfo;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/**
 * Finds models: the named one (a folder, or the name of an installed model), else {@code PARLEY_MODEL}, else the one in the settings, else
 * the newest of the user's models, else the bundled one.
 */
public final class ModelStore {
    private final AppDirectories directories;
    private final Settings settings;

    public ModelStore(AppDirectories directories, Settings settings) {
        this.directories = directories;
        this.settings = settings;
    }

    /** The folder to use; if there is none, the Problem says how to get one. */
    public Path find(Optional<String> named) {
        var wanted = named.or(() -> AppDirectories.environment("PARLEY_MODEL")).or(settings::model);
        if (wanted.isPresent()) return named(wanted.get());
        return list().stream().filter(m -> m.trouble().isEmpty()).map(ModelEntry::folder).findFirst().orElseThrow(this::none);
    }

    /**
     * The current folder of a project's model; without one like for a new project. Never another one instead: the Problem says what to do.
     */
    public Path findFor(Optional<String> projects) {
        if (projects.isEmpty()) return find(Optional.empty());
        try {
            return named(projects.get());
        } catch (Problem missing) {
            throw new Problem(Problem.Kind.MODEL, "The model " + projects.get() + " of this project is not installed on this machine. "
                    + "Install it again, or choose another one for the project (in the studio under Settings, Speech model, or with --model).",
                    missing);
        }
    }

    /** The model with this label in takes and projects; it is found by its hash, so its name may have changed. */
    private Optional<Path> labelled(String label) {
        var hash = label.substring(label.lastIndexOf(' ') + 1);
        if (hash.equals(label)) return Optional.empty();
        var elsewhere = Stream.concat(AppDirectories.environment("PARLEY_MODEL").stream(), settings.model().stream()).flatMap(m -> Disk.path(m).stream())
                .filter(ModelStore::isModel).map(ModelStore::describe);
        return Stream.concat(elsewhere, list().stream()).filter(m -> m.label().endsWith(" " + hash)).map(ModelEntry::folder).findFirst();
    }

    private Path named(String wanted) {
        var path = Disk.path(wanted);
        if (path.isPresent()) {
            if (isModel(path.get())) return path.get();
            for (var parent : directories.modelFolders()) if (isModel(parent.resolve(wanted))) return parent.resolve(wanted);
        }
        var known = labelled(wanted);
        if (known.isPresent()) return known.get();
        if (path.filter(WhisperInfo::is).isPresent()) throw Problem.model("The model " + wanted + " recognises speech and cannot speak. Choose a speech model, "
                + "or use it with 'parley transcribe'.");
        var why = path.filter(Files::isDirectory).isPresent() ? "has no model.json" : "does not exist";
        throw Problem.model("The model " + wanted + " " + why + ". Create it with 'parley convert CHECKPOINT -o " + wanted
                + "', or run 'parley models' to list the installed models.");
    }

    private Problem none() {
        return Problem.model("There is no model yet. Get one with 'parley models get csm-1b', create one with 'parley convert CHECKPOINT' "
                + "(a CSM checkpoint folder with safetensors files), or set a model folder with --model.");
    }

    /** All models, in search order: the user's by age, newest first, then the bundled ones. */
    public List<ModelEntry> list() {
        var found = new ArrayList<ModelEntry>();
        for (var parent : directories.modelFolders()) folders(parent).stream().filter(ModelStore::isModel).map(ModelStore::describe)
                .forEach(found::add);
        return found;
    }

    /** Where a converted checkpoint is written by default. */
    public Path place(Path checkpoint) {
        var name = checkpoint.toAbsolutePath().normalize().getFileName();
        return directories.models().resolve(name == null ? "model" : name.toString().replaceFirst("\\.safetensors$", ""));
    }

    public static ModelEntry describe(Path folder) {
        try {
            var info = ModelInfo.read(folder);
            return new ModelEntry(folder, info.name(), info.label(), info.precision(), info.context(), info.bytes(),
                    info.quality().words(), Optional.empty());
        } catch (Problem p) {
            return new ModelEntry(folder, String.valueOf(folder.getFileName()), "", "?", 0, 0, Optional.empty(),
                    Optional.of(String.valueOf(p.getMessage())));
        }
    }

    private static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve(ModelContract.MODEL_JSON));
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) return List.of();
        try (var entries = Files.list(parent)) {
            // Hidden ones are being made or removed.
            return entries.filter(f -> !f.getFileName().toString().startsWith(".")).sorted(Comparator.comparingLong(ModelStore::age).reversed().thenComparing(Path::toString)).toList();
        } catch (IOException e) {
            throw IoProblem.of("read", parent, e);
        }
    }

    private static long age(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(ModelContract.MODEL_JSON)).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
