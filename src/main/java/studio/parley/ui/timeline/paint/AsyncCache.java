package studio.parley.ui.timeline.paint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.parley.ui.kit.FxThread;

/** Computed values: computed off the JavaFX thread on first use, the most recently used are kept. JavaFX thread only. */
final class AsyncCache<K, V> {
    private final int most;
    private final Function<K, Callable<V>> work;
    private final Runnable arrived;
    private final Consumer<Throwable> failed;
    private final Map<K, Optional<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most how many are kept
     * @param work called on the JavaFX thread; the task it returns runs on another
     * @param arrived called when a requested value is available
     */
    AsyncCache(int most, Function<K, Callable<V>> work, Runnable arrived, Consumer<Throwable> failed) {
        this.most = most;
        this.work = work;
        this.arrived = arrived;
        this.failed = failed;
    }

    /** Empty until it is computed. */
    Optional<V> get(K key) {
        var here = kept.get(key);
        if (here != null) return here;
        kept.put(key, Optional.empty());
        FxThread.work(work.apply(key), made -> keep(key, made), failed);
        return Optional.empty();
    }

    private void keep(K key, V made) {
        kept.put(key, Optional.of(made));
        var oldest = kept.keySet().iterator();
        while (kept.size() > most) {
            oldest.next();
            oldest.remove();
        }
        arrived.run();
    }
}
