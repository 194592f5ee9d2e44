package studio.parley.ui.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.parley.audio.pcm.Peaks;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.studio.export.ClipCache;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Notices;

/** Waveform data of clips, loaded on first use. JavaFX thread only; files are read on other threads. */
public final class PeaksCache {
    private record Key(String clip, double speed) {}

    private final ClipStore clipStore;
    private final ClipCache sounds;
    private final Notices notices;
    private final Map<Key, Peaks> loaded = new HashMap<>();
    private final Set<Key> asked = new HashSet<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /** @param sounds the source of clips at other speeds than 1 */
    public PeaksCache(ClipStore clipStore, ClipCache sounds, Notices notices) {
        this.clipStore = clipStore;
        this.sounds = sounds;
        this.notices = notices;
    }

    /** The data of a clip at a speed, if loaded; else it is requested, and {@link #versionProperty} changes when it arrives. */
    public Optional<Peaks> peaks(String clip, double speed) {
        var key = new Key(clip, speed);
        var here = loaded.get(key);
        if (here == null && asked.add(key)) FxThread.aside(() -> load(key), found -> found.ifPresent(peaks -> arrived(key, peaks)), notices::trouble);
        return Optional.ofNullable(here);
    }

    /** Counts up with every result that arrived, for repainting. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Clips that were missing may exist now. */
    void lookAgain() {
        if (asked.retainAll(loaded.keySet())) version.set(version.get() + 1);
    }

    private void arrived(Key key, Peaks peaks) {
        loaded.put(key, peaks);
        version.set(version.get() + 1);
    }

    /** Empty if the audio is missing, which the line reports itself. */
    private Optional<Peaks> load(Key key) {
        if (!ClipId.isOne(key.clip())) return Optional.empty();
        var id = new ClipId(key.clip());
        if (key.speed() != 1) return clipStore.isWhole(key.clip()) ? Optional.of(Peaks.of(sounds.whole(key.clip(), key.speed()))) : Optional.empty();
        return clipStore.sidecar(id, Peaks.SIDECAR).flatMap(Peaks::parse).or(() -> clipStore.find(id).map(sound -> {
            var made = Peaks.of(sound);
            clipStore.putSidecar(id, Peaks.SIDECAR, made.bytes());
            return made;
        }));
    }
}
