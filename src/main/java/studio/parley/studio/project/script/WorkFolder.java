package studio.parley.studio.project.script;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.io.Disk;
import studio.parley.io.FileName;
import studio.parley.io.TempFolder;
import studio.parley.problem.Problem;
import studio.parley.render.TakeSound;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.project.ModelDefaults;

/**
 * {@code OUT.parley-work/} beside the output: the project of a script while it is rendered. After a stop or a crash, the same command continues
 * from it.
 */
record WorkFolder(Path path) {
    /** The folder of an output. */
    static WorkFolder of(Path output) {
        return new WorkFolder(FileName.beside(output.toAbsolutePath(), ".parley-work"));
    }

    /** For a render that cannot be continued later. */
    static WorkFolder temporary() {
        return new WorkFolder(TempFolder.folder().resolve("pipe"));
    }

    /**
     * The project of a script. It keeps the takes of an earlier run up to the first one whose inputs have changed.
     *
     * @param key identifies everything outside the document that changes the audio
     * @param script creates the document, with its clips in the project folder
     */
    Project open(String key, Function<ProjectFolder, Document> script, ModelDefaults defaults, int takes) {
        for (int i = 1;; i++) {
            var folder = new ProjectFolder(path.resolve("script-" + key.substring(0, 8) + (i == 1 ? "" : "-" + i)));
            if (!ProjectFolder.isProject(folder.root())) return Project.create(folder.root(), script.apply(folder));
            var earlier = earlier(folder.root());
            if (earlier.isEmpty()) continue;
            var document = script.apply(folder);
            earlier.get().edit(Edit.of("Import script", old -> carried(document, old, defaults, takes, folder.clipStore()))).join();
            return earlier.get();
        }
    }

    /** A project that cannot be opened counts as missing. */
    private static Optional<Project> earlier(Path root) {
        try {
            return Optional.of(Project.open(root).project());
        } catch (Problem damaged) {
            return Optional.empty();
        }
    }

    private static Document carried(Document fresh, Document old, ModelDefaults defaults, int takes, ClipStore clipStore) {
        var document = fresh;
        for (var line : fresh.lines()) {
            if (!line.isSpoken()) continue;
            var before = old.line(line.id()).map(Line::takes).orElse(List.of());
            var inputs = TakeInputsResolver.of(document, line, defaults.delivery(), defaults.model());
            var heard = old.decoration(line.id()).heard();
            if (before.size() != takes || !before.stream().allMatch(t -> isFrom(heard.get(t.id()), inputs) && isWhole(t, clipStore))) return document;
            for (var take : before) document = new TakeAdded(line.id(), take, Optional.ofNullable(heard.get(take.id()))).into(document);
        }
        return document;
    }

    /** Whether a new take would have the same inputs: the part of the offered context that fits. */
    private static boolean isFrom(@Nullable TakeInputs made, TakeInputs now) {
        return made != null && made.withLines(List.of()).equals(now.withLines(List.of())) && new HashSet<>(now.lines()).containsAll(made.lines());
    }

    /** Whether its audio and its codes are intact. */
    private static boolean isWhole(Take take, ClipStore clipStore) {
        return clipStore.isWhole(take.clip()) && TakeSound.codes(clipStore, new ClipId(take.clip())).isPresent();
    }

    void remove() {
        Disk.remove(path);
    }
}
