package studio.parley.ui.voices;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.pcm.Peaks;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.TakeTranscripts;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.ui.kit.FxThread;
import studio.parley.voice.ReferenceFiles;
import studio.parley.voice.WordCut;

/** The audio of reference clips, read off the JavaFX thread on first use. JavaFX thread only. */
public final class ReferenceSounds {
    /** The state of reading a clip. */
    public sealed interface State {
        /** It is being read. */
        record Loading() implements State {}

        /** There is no such file. */
        record Gone() implements State {}

        /** It cannot be used, for this reason. */
        record Unusable(String sentence) implements State {}

        /**
         * The audio of the file, the ranges with sound, the transcript in the text file next to it, and what was heard in it.
         *
         * @param agreed the transcript that is right, whatever was heard; may be empty
         */
        record Ready(Pcm sound, Peaks peaks, List<WordCut.Stretch> sounding, String beside, Optional<TakeTranscript> heard, String agreed) implements State {
            /** What was heard in the used part. */
            Optional<TakeTranscript> heard(ReferenceMetadata note) {
                return heard.map(h -> h.between(note.trimStartMillis() / 1000.0, sound.seconds() - note.trimEndMillis() / 1000.0));
            }
        }
    }

    private record Cut(String path, int start, int end) {}

    /** The transcript of a clip that somebody has declared right, next to what was heard in it. */
    private static final String AGREED = "agreed";

    private final ProjectFolder folder;
    private final ClipStore store;
    private final Map<String, State> states = new HashMap<>();
    private final Map<Cut, ClipMetrics> facts = new HashMap<>();
    private final Set<Cut> asked = new HashSet<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    public ReferenceSounds(ProjectFolder folder) {
        this.folder = folder;
        this.store = folder.clipStore();
    }

    /** The state of a clip; if it is not loaded yet it is requested, and {@link #versionProperty} counts up when it arrives. */
    public State of(String path) {
        var known = states.get(path);
        if (known != null) return known;
        states.put(path, new State.Loading());
        FxThread.aside(() -> read(path), state -> arrived(path, state), e -> arrived(path, new State.Unusable(String.valueOf(e.getMessage()))));
        return states.get(path);
    }

    /** Measurements of the trimmed clip; empty while they are computed. */
    public Optional<ClipMetrics> facts(String path, ReferenceMetadata note) {
        var cut = new Cut(path, note.trimStartMillis(), note.trimEndMillis());
        if (of(path) instanceof State.Ready ready && !facts.containsKey(cut) && asked.add(cut)) {
            FxThread.aside(() -> ClipMetrics.of(ClipImporter.trimmed(ready.sound(), note)), found -> {
                facts.put(cut, found);
                changed();
            }, e -> arrived(path, new State.Unusable(String.valueOf(e.getMessage()))));
        }
        return Optional.ofNullable(facts.get(cut));
    }

    /** Reads the file again. */
    public void forget(String path) {
        states.remove(path);
        facts.keySet().removeIf(c -> c.path().equals(path));
        asked.removeIf(c -> c.path().equals(path));
        changed();
    }

    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Keeps what was heard in a clip; reads and writes, not on the JavaFX thread. */
    void store(Pcm sound, TakeTranscript heard) {
        new TakeTranscripts(store).put(ClipId.of(sound), heard);
    }

    /** Shows what was heard in a clip. */
    void heard(String path, TakeTranscript heard) {
        if (states.get(path) instanceof State.Ready r) states.put(path, new State.Ready(r.sound(), r.peaks(), r.sounding(), r.beside(), Optional.of(heard), r.agreed()));
    }

    /** Remembers that a clip's transcript is right, whatever was heard. */
    void agree(String path, String transcript, Consumer<Throwable> failed) {
        if (!(states.get(path) instanceof State.Ready r) || r.heard().isEmpty()) return;
        arrived(path, new State.Ready(r.sound(), r.peaks(), r.sounding(), r.beside(), r.heard(), transcript));
        FxThread.write(() -> {
            store.putSidecar(ClipId.of(r.sound()), AGREED, transcript.getBytes(StandardCharsets.UTF_8));
            return path;
        }, done -> { }, failed);
    }

    private void arrived(String path, State state) {
        states.put(path, state);
        changed();
    }

    /** Tells the views to look again. */
    void changed() {
        version.set(version.get() + 1);
    }

    private State read(String path) {
        var file = folder.reference(path);
        if (!Files.isRegularFile(file)) return new State.Gone();
        try {
            var sound = AudioFiles.read(file);
            var id = ClipId.of(sound);
            var agreed = store.sidecar(id, AGREED).map(b -> new String(b, StandardCharsets.UTF_8)).orElse("");
            return new State.Ready(sound, Peaks.of(sound.toMono()), WordCut.sounding(sound), ReferenceFiles.transcript(file), new TakeTranscripts(store).find(id), agreed);
        } catch (Problem p) {
            return new State.Unusable(String.valueOf(p.getMessage()));
        }
    }
}
