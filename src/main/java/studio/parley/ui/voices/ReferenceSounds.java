package studio.parley.ui.voices;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.pcm.Peaks;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.ReferenceMetadata;
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

        /** The audio of the file, the ranges with sound, and the transcript in the text file next to it. */
        record Ready(Pcm sound, Peaks peaks, List<WordCut.Stretch> sounding, String beside) implements State {}
    }

    private record Cut(String path, int start, int end) {}

    private final ProjectFolder folder;
    private final Map<String, State> states = new HashMap<>();
    private final Map<Cut, ClipMetrics> facts = new HashMap<>();
    private final Set<Cut> asked = new HashSet<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    public ReferenceSounds(ProjectFolder folder) {
        this.folder = folder;
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
            return new State.Ready(sound, Peaks.of(sound.toMono()), WordCut.sounding(sound), ReferenceFiles.transcript(file));
        } catch (Problem p) {
            return new State.Unusable(String.valueOf(p.getMessage()));
        }
    }
}
