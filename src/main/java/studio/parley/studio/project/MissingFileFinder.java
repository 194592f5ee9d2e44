package studio.parley.studio.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.parley.io.IoProblem;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.journal.ReferenceImporter;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.ReferenceFiles;

/** Finds a project's missing files in another folder. Reads and copies files; not for a thread that must not block. */
final class MissingFileFinder {
    /** How many were found, and the resulting change of the document. */
    record Found(int count, Optional<Edit> edit) {}

    private MissingFileFinder() {}

    static Found look(List<MissingFile> missing, Path from, ProjectFolder folder) {
        int count = MissingFile.restore(missing, from, folder);
        var files = missing.stream().anyMatch(m -> m instanceof MissingFile.OfReference) ? byName(from) : Map.<String, Path>of();
        UnaryOperator<Document> change = d -> d;
        boolean any = false;
        for (var m : missing) {
            if (!(m instanceof MissingFile.OfReference r)) continue;
            var found = files.get(r.file().getFileName().toString());
            if (found == null) continue;
            change = then(change, relink(r, found, folder));
            count++;
            any = true;
        }
        return new Found(count, any ? Optional.of(Edit.of("Relink", change)) : Optional.empty());
    }

    private static UnaryOperator<Document> relink(MissingFile.OfReference r, Path found, ProjectFolder folder) {
        try {
            var inside = ReferenceImporter.put(folder, found.getFileName().toString(), Files.readAllBytes(found));
            var words = ReferenceFiles.transcript(found);
            var link = ProjectEdits.relink(r.speaker(), r.path(), inside).change();
            return d -> {
                var moved = link.apply(d);
                var n = moved.track(r.speaker()).reference(inside);
                var kept = new ReferenceMetadata(n.mood(), n.consent(), n.transcript().isBlank() ? words : n.transcript(), n.trimStartMillis(),
                        n.trimEndMillis());
                return ProjectEdits.note(r.speaker(), inside, kept).change().apply(moved);
            };
        } catch (IOException e) {
            throw IoProblem.of("read", found, e);
        }
    }

    private static UnaryOperator<Document> then(UnaryOperator<Document> first, UnaryOperator<Document> second) {
        return d -> second.apply(first.apply(d));
    }

    private static Map<String, Path> byName(Path from) {
        var out = new HashMap<String, Path>();
        try (var files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(f -> out.putIfAbsent(f.getFileName().toString(), f));
        } catch (IOException e) {
            throw IoProblem.of("search", from, e);
        } catch (UncheckedIOException e) {
            throw IoProblem.of("search", from, Objects.requireNonNull(e.getCause()));
        }
        return out;
    }
}
