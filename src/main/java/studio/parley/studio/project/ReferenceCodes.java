package studio.parley.studio.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Problem;
import studio.parley.render.ReferenceCodesCache;
import studio.parley.speech.ContextTurn;
import studio.parley.studio.AppDirectories;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.LoadedModel;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.voice.ReferenceFiles;

/** A project's reference clips as the model hears them, trimmed as noted; kept until file or note change. One thread. */
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
            throw Problem.input("The reference clip " + file + " of " + name + " is missing; relink it, or remove it from the voice.");
        }
        var note = document.track(reference.speaker()).reference(reference.path());
        var words = transcript(file, note);
        return known.computeIfAbsent(key(reference, file, words), k -> codes.turn(reference.speaker(), words, clip(file, note)));
    }

    /** The words in the note, else those in the text file beside the clip; empty when there are none. */
    static String transcript(Path file, ReferenceMetadata note) {
        return note.transcript().isBlank() ? ReferenceFiles.transcript(file) : note.transcript().strip();
    }

    private Pcm clip(Path file, ReferenceMetadata note) {
        return trimmed(ClipPreset.NONE.clip(file, model.rate()), note, file);
    }

    /** The part of a clip that is heard; nothing left is a {@link Problem} that names the file. */
    static Pcm trimmed(Pcm whole, ReferenceMetadata note, Path file) {
        int from = (int) Math.min(whole.frames(), (long) note.trimStartMillis() * whole.rate() / 1000);
        int to = (int) Math.max(from, whole.frames() - (long) note.trimEndMillis() * whole.rate() / 1000);
        if (to == from) throw Problem.input("Nothing is left of the reference " + file + " after trimming; move its handles apart.");
        return whole.slice(from, to);
    }

    private static Key key(HeardReference reference, Path file, String words) {
        try {
            return new Key(reference, Files.getLastModifiedTime(file).toMillis(), Files.size(file), words);
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + " (" + e.getMessage() + "). Check its permissions.", e);
        }
    }
}
