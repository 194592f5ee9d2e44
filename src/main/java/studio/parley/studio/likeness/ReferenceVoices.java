package studio.parley.studio.likeness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.settings.AppDirectories;

/** The voices of a project's reference clips, trimmed as their metadata says: found out once, and again if a file changes. Any thread. */
final class ReferenceVoices {
    private record Key(Path file, long changed, long bytes, int start, int end) {}

    private final ProjectFolder folder;
    private final VoiceReader reader;
    private final ClipStore clipStore;
    private final ClipVoices stored;
    private final Map<Key, ClipVoice> known = new ConcurrentHashMap<>();

    ReferenceVoices(ProjectFolder folder, VoiceReader reader, AppDirectories directories) {
        this.folder = folder;
        this.reader = reader;
        this.clipStore = new ClipStore(directories.references());
        this.stored = new ClipVoices(clipStore, reader.fingerprint());
    }

    /** Of a clip that is there and can be read; blocks while it is found out. */
    Optional<ClipVoice> find(String path, ReferenceMetadata note) {
        return key(path, note).map(k -> known.computeIfAbsent(k, _ -> read(k, note)));
    }

    private ClipVoice read(Key key, ReferenceMetadata note) {
        try {
            var clip = note.trimmed(AudioFiles.read(key.file()).toMono());
            if (clip.frames() == 0) return new ClipVoice(Optional.empty());
            var id = clipStore.put(clip);
            return stored.find(id).orElseGet(() -> {
                var fresh = reader.voice(clip);
                stored.put(id, fresh);
                return fresh;
            });
        } catch (Problem unreadable) {
            if (unreadable.kind() != Problem.Kind.INPUT) throw unreadable;
            return new ClipVoice(Optional.empty());
        }
    }

    private Optional<Key> key(String path, ReferenceMetadata note) {
        var file = folder.reference(path);
        try {
            return Optional.of(new Key(file, Files.getLastModifiedTime(file).toMillis(), Files.size(file), note.trimStartMillis(), note.trimEndMillis()));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
