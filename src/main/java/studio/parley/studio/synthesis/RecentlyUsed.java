package studio.parley.studio.synthesis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map that forgets what was not used for longest. Not thread-safe. */
final class RecentlyUsed<K, V> {
    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    RecentlyUsed(int most) {
        this.most = most;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > most) entries.remove(entries.keySet().iterator().next());
    }
}
