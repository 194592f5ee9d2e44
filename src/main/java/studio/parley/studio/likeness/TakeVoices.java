package studio.parley.studio.likeness;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.settings.AppDirectories;

/** The voices in the takes and reference clips of a project, in memory once they were asked for. One object per open project. Any thread. */
public final class TakeVoices implements AutoCloseable {
    private final VoiceReader reader;
    private final ClipVoices stored;
    private final ReferenceVoices references;
    private final Map<ClipId, ClipVoice> known = new ConcurrentHashMap<>();

    private TakeVoices(VoiceReader reader, ProjectFolder folder, ClipStore clipStore, AppDirectories directories) {
        this.reader = reader;
        this.stored = new ClipVoices(clipStore, reader.fingerprint());
        this.references = new ReferenceVoices(folder, reader, directories);
    }

    /**
     * Empty if this installation has no speaker encoder.
     *
     * @param threads 0 for all cores
     */
    public static Optional<TakeVoices> of(ProjectFolder folder, AppDirectories directories, int threads) {
        return VoiceReader.of(directories, threads).map(r -> new TakeVoices(r, folder, folder.clipStore(), directories));
    }

    /** Empty if it is not known; reads a file until it is. */
    public Optional<ClipVoice> find(ClipId clip) {
        var voice = known.get(clip);
        if (voice != null) return Optional.of(voice);
        var found = stored.find(clip);
        found.ifPresent(v -> known.put(clip, v));
        return found;
    }

    /** The voice in audio. */
    public ClipVoice hear(Pcm audio) {
        return reader.voice(audio);
    }

    /** Keeps what was found, in memory even if it cannot be written. */
    public void put(ClipId clip, ClipVoice voice) {
        known.put(clip, voice);
        stored.put(clip, voice);
    }

    /** What the voices say about a document; blocks when references are asked for the first time. */
    public DocumentVoices in(Document document) {
        return new DocumentVoices(document, this::find, references::find);
    }

    /** Frees the memory of the encoder, which is opened again if it is needed. */
    @Override
    public void close() {
        reader.close();
    }
}
