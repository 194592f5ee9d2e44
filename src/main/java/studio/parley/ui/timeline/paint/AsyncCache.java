package studio.parley.ui.timeline.paint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.parley.ui.kit.FxThread;

/** What takes a while to make: made off the JavaFX thread when first asked for, the last used kept. JavaFX thread only. */
final class AsyncCache<K, V> {
    private final int most;
    private final Function<K, Callable<V>> work;
    private final Runnable arrived;
    private final Consumer<Throwable> failed;
    private final Map<K, Optional<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most how many are kept
     * @param work called on the JavaFX thread; what it returns runs on another
     * @param arrived called when one that was asked for is there
     */
    AsyncCache(int most, Function<K, Callable<V>> work, Runnable arrived, Consumer<Throwable> failed) {
        this.most = most;
        this.work = work;
        this.arrived = arrived;
        this.failed = failed;
    }

    /** Empty until it is made. */
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
