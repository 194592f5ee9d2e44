package studio.parley.studio.project.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.render.ReferenceCodesCache;
import studio.parley.speech.ContextTurn;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/** A project's encoded reference clips, trimmed according to their metadata; cached until file or metadata change. One thread. */
final class ReferenceCodes {
    private record Key(HeardReference reference, long changed, long bytes, String transcript) {}

    private final LoadedModel model;
    private final ProjectFolder folder;
    private final ReferenceCodesCache codes;
    private final Map<Key, ContextTurn> known = new HashMap<>();

    ReferenceCodes(LoadedModel model, ProjectFolder folder, AppDirectories directories) {
        this.model = model;
        this.folder = folder;
        this.codes = new ReferenceCodesCache(model.speech(), new ClipStore(directories.references()));
    }

    ContextTurn turn(Document document, HeardReference reference) {
        var file = folder.reference(reference.path());
        if (!Files.isRegularFile(file)) {
            var name = document.conversation().speaker(reference.speaker()).name();
            throw Problem.input("The reference clip " + file + " of " + name + " is missing. Find the file, or remove it from the speaker.");
        }
        var note = document.track(reference.speaker()).reference(reference.path());
        var words = note.words(file);
        return known.computeIfAbsent(key(reference, file, words), k -> codes.turn(reference.speaker(), words, clip(file, note)));
    }

    /** The trimmed part of a clip. @throws Problem that names the file if nothing is left */
    private Pcm clip(Path file, ReferenceMetadata note) {
        var heard = note.trimmed(ClipPreset.NONE.clip(file, model.rate()));
        if (heard.frames() == 0) throw Problem.input("Nothing is left of the reference clip " + file + " after trimming. Move its handles apart.");
        return heard;
    }

    private static Key key(HeardReference reference, Path file, String words) {
        try {
            return new Key(reference, Files.getLastModifiedTime(file).toMillis(), Files.size(file), words);
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + " (" + IoProblem.reason(e) + "). Check its permissions.", e);
        }
    }
}
