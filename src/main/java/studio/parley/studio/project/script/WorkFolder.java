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
 * {@code OUT.parley-work/} beside the output: the project that a script is while it is rendered, so that the same command goes on where an
 * earlier one was stopped, also by a crash.
 */
record WorkFolder(Path path) {
    /** The folder of an output. */
    static WorkFolder of(Path output) {
        return new WorkFolder(FileName.beside(output.toAbsolutePath(), ".parley-work"));
    }

    /** For a render that cannot go on later. */
    static WorkFolder temporary() {
        return new WorkFolder(TempFolder.folder().resolve("pipe"));
    }

    /**
     * The project of a script, with the takes of an earlier run as far from the beginning as they would be made again from the same.
     *
     * @param key names all that decides how lines sound and is not in the document
     * @param script makes the document, its clips in the project's folder
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

    /** One that cannot be opened counts as not there. */
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

    /** Whether a take would be made from the same: of the lines it was offered it heard those that had room. */
    private static boolean isFrom(@Nullable TakeInputs made, TakeInputs now) {
        return made != null && made.withLines(List.of()).equals(now.withLines(List.of())) && new HashSet<>(now.lines()).containsAll(made.lines());
    }

    /** Whether it can be heard, by the model too. */
    private static boolean isWhole(Take take, ClipStore clipStore) {
        return clipStore.isWhole(take.clip()) && TakeSound.codes(clipStore, new ClipId(take.clip())).isPresent();
    }

    void remove() {
        Disk.remove(path);
    }
}
