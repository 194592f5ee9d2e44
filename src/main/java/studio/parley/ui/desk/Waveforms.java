package studio.parley.ui.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.parley.audio.ClipId;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Peaks;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Notices;

/** The pictures of clips, loaded when first asked for. JavaFX thread only; the disk is read on others. */
public final class Waveforms {
    private final ClipShelf shelf;
    private final Notices notices;
    private final Map<String, Peaks> loaded = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    public Waveforms(ClipShelf shelf, Notices notices) {
        this.shelf = shelf;
        this.notices = notices;
    }

    /** The picture, if it is there; else it is fetched, and {@link #versionProperty} changes when it came. */
    public Optional<Peaks> peaks(String clip) {
        var here = loaded.get(clip);
        if (here == null && asked.add(clip)) FxThread.work(() -> load(clip), found -> found.ifPresent(peaks -> arrived(clip, peaks)), notices::trouble);
        return Optional.ofNullable(here);
    }

    /** Counts up with every picture that arrived: whoever draws listens to this. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Sounds that were missing may be there now. */
    void lookAgain() {
        if (asked.retainAll(loaded.keySet())) version.set(version.get() + 1);
    }

    private void arrived(String clip, Peaks peaks) {
        loaded.put(clip, peaks);
        version.set(version.get() + 1);
    }

    /** Nothing when the sound is lost, which the line says itself. */
    private Optional<Peaks> load(String clip) {
        if (!ClipId.isOne(clip)) return Optional.empty();
        var id = new ClipId(clip);
        return shelf.sidecar(id, Peaks.SIDECAR).flatMap(Peaks::parse).or(() -> shelf.find(id).map(sound -> {
            var made = Peaks.of(sound);
            shelf.putSidecar(id, Peaks.SIDECAR, made.bytes());
            return made;
        }));
    }
}
