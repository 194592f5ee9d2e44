package studio.parley.studio.document.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.render.TakeSound;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Document;

/** A missing file of a project. */
public sealed interface MissingFile {
    /** A reference clip of a speaker; {@link ProjectEdits#relink} fixes it. */
    record OfReference(int speaker, String path, Path file) implements MissingFile {}

    /** The audio file of a take; {@link #restore} copies it from a folder that still has it, or the line can be rendered again. */
    record OfTake(String line, String take, String clip, Path file) implements MissingFile {}

    /**
     * All missing files, references first. A damaged clip counts as missing; one whose take can be restored from its codes does not. Files
     * are read the first time.
     */
    static List<MissingFile> in(Document document, ProjectFolder folder) {
        var out = new ArrayList<MissingFile>();
        for (var speaker : document.conversation().speakers()) {
            for (var reference : speaker.references()) {
                var file = folder.reference(reference.path());
                if (!Files.isRegularFile(file)) out.add(new OfReference(speaker.number(), reference.path(), file));
            }
        }
        for (var line : document.lines()) {
            for (var take : line.takes()) if (!isThere(folder.clipStore(), take.clip())) out.add(new OfTake(line.id(), take.id(), take.clip(), file(folder, take.clip())));
        }
        return out;
    }

    /**
     * Searches another folder and its subfolders for missing clips, by name and content, and copies them (with sidecars) to the project's
     * store.
     *
     * @return how many clips were restored
     */
    static int restore(List<MissingFile> missing, Path from, ProjectFolder folder) {
        var wanted = missing.stream().filter(m -> m instanceof OfTake t && ClipId.isOne(t.clip())).map(m -> ((OfTake) m).clip()).collect(Collectors.toSet());
        int restored = 0;
        for (var found : wavs(from).entrySet()) {
            if (!wanted.contains(found.getKey())) continue;
            try {
                var pcm = AudioFiles.read(found.getValue());
                if (!ClipId.of(pcm).hex().equals(found.getKey())) continue;
                ProjectCollector.copyClip(beside(found.getValue(), found.getKey()), new ClipId(found.getKey()), folder);
                restored++;
            } catch (Problem damaged) {
                // Another copy may still be found; what stays missing is listed again.
            }
        }
        return restored;
    }

    private static List<Path> beside(Path wav, String clip) {
        try (var files = Files.list(wav.toAbsolutePath().getParent())) {
            return files.filter(f -> f.getFileName().toString().startsWith(clip + ".")).toList();
        } catch (java.io.IOException e) {
            throw IoProblem.of("read", wav, e);
        }
    }

    private static Map<String, Path> wavs(Path from) {
        var out = new HashMap<String, Path>();
        try (var files = Files.walk(from)) {
            files.filter(f -> f.toString().endsWith(".wav")).forEach(f -> out.put(f.getFileName().toString().replaceFirst("\\.wav$", ""), f));
        } catch (java.io.UncheckedIOException e) {
            throw IoProblem.of("search", from, java.util.Objects.requireNonNull(e.getCause()));
        } catch (java.io.IOException e) {
            throw IoProblem.of("search", from, e);
        }
        return out;
    }

    private static boolean isThere(ClipStore clipStore, String clip) {
        return clipStore.isWhole(clip) || ClipId.isOne(clip) && TakeSound.codes(clipStore, new ClipId(clip)).isPresent();
    }

    private static Path file(ProjectFolder folder, String clip) {
        return ClipId.isOne(clip) ? folder.clipStore().file(new ClipId(clip)) : folder.root().resolve("audio");
    }
}
