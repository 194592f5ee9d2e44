package studio.parley.studio.project.render;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Take;
import studio.parley.io.Disk;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;
import studio.parley.render.ContextHash;
import studio.parley.render.TakeSound;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.json.TakeJson;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.model.LoadedModel;

/**
 * Lines that several processes, perhaps on several machines, have rendered: {@code lines/} says which takes follow from which recipe, and
 * {@code audio/} has their sound. Everything is named by its content, so that whoever has the same recipe finds the takes. Any thread.
 */
public final class FinishedLines {
    /** Takes of a line, and which is the best. */
    record Finished(int version, int best, List<Take> takes) {}

    private static final int VERSION = 1;

    private final Path folder;
    private final boolean complete;
    private final ClipStore clipStore;
    /** Of the files of reference clips, which do not change while a command runs. */
    private final Map<Path, String> hashes = new ConcurrentHashMap<>();

    /** @param complete whether a line that is not here is a {@link Problem}, instead of being rendered */
    public FinishedLines(Path folder, boolean complete) {
        this.folder = folder;
        this.complete = complete;
        this.clipStore = new ClipStore(audio());
    }

    /** Where new clips belong. */
    public Path audio() {
        return folder.resolve("audio");
    }

    /** A name for everything that determines the takes of a batch. Speech in the context counts by its sound, references by their files. */
    String recipe(LoadedModel model, ProjectFolder project, LineRenderer.Batch batch, TakeInputs inputs, List<String> conditions) {
        var parts = new ArrayList<String>();
        parts.add(model.speech().info().identity());
        parts.add(TakeJson.write(inputs, "", Map.of()).toString());
        parts.addAll(references(project, batch.document(), inputs));
        parts.add(batch.seeds() + " " + batch.together());
        parts.addAll(conditions);
        return ContextHash.of(parts);
    }

    private List<String> references(ProjectFolder project, Document document, TakeInputs inputs) {
        return inputs.references().stream().map(r -> {
            var file = project.reference(r.path());
            return document.track(r.speaker()).reference(r.path()).words(file) + "|" + hash(file);
        }).toList();
    }

    /** Of the content of a file; empty if it cannot be found. */
    public String hash(Path file) {
        return hashes.computeIfAbsent(file, f -> Files.isRegularFile(f) ? Disk.bytes(f).map(Sha256::hex).orElse("") : "");
    }

    /** The takes of a recipe, whose clips are brought to a project; empty if they are missing or damaged. */
    Optional<Finished> find(String recipe, ClipStore project) {
        var found = Disk.text(file(recipe)).map(FinishedLines::parse).filter(f -> f.takes().stream().allMatch(this::isWhole));
        if (found.isEmpty() && complete) throw Problem.input("This line is not among the finished ones in " + folder
                + ". Run the parts again; only what is missing is rendered.");
        found.ifPresent(f -> f.takes().forEach(t -> project.bring(new ClipId(t.clip()), clipStore)));
        return found;
    }

    private boolean isWhole(Take take) {
        return clipStore.isWhole(take.clip()) && TakeSound.codes(clipStore, new ClipId(take.clip())).isPresent();
    }

    /** The clips of the takes are in {@link #audio}. */
    void put(String recipe, List<Take> takes, int best) {
        Disk.write(file(recipe), new Gson().toJson(new Finished(VERSION, best, takes)) + "\n");
    }

    private Path file(String recipe) {
        return folder.resolve("lines").resolve(recipe.substring(0, 2)).resolve(recipe + ".json");
    }

    /** Anything else counts as missing. */
    private static @Nullable Finished parse(String json) {
        try {
            var found = new Gson().fromJson(json, Finished.class);
            return found != null && found.version() == VERSION && found.takes() != null && found.best() >= 0 && found.best() < found.takes().size() ? found : null;
        } catch (RuntimeException damaged) {
            return null;
        }
    }
}
