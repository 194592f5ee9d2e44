package studio.parley.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Computed values: computed off the JavaFX thread on first use, the most recently used are kept. JavaFX thread only. */
public final class AsyncCache<K, V> {
    /** A value that has been requested. */
    private static final class Slot<V> {
        private @Nullable V value;
        private final List<Consumer<? super V>> waiting = new ArrayList<>();
    }

    private final int most;
    private final Function<K, Callable<V>> work;
    private final Runnable arrived;
    private final Consumer<Throwable> failed;
    private final Map<K, Slot<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most how many are kept
     * @param work called on the JavaFX thread; the task it returns runs on another
     * @param arrived called when a requested value is available
     */
    public AsyncCache(int most, Function<K, Callable<V>> work, Runnable arrived, Consumer<Throwable> failed) {
        this.most = most;
        this.work = work;
        this.arrived = arrived;
        this.failed = failed;
    }

    /** Empty until it is computed. */
    public Optional<V> get(K key) {
        return Optional.ofNullable(slot(key).value);
    }

    /** Passes the value on when it is computed: at once if it is known. */
    public void whenKnown(K key, Consumer<? super V> then) {
        var slot = slot(key);
        var value = slot.value;
        if (value == null) slot.waiting.add(then);
        else then.accept(value);
    }

    /** Values of these keys are computed again on their next use. */
    public void forget(Predicate<K> outdated) {
        kept.keySet().removeIf(outdated);
    }

    private Slot<V> slot(K key) {
        var here = kept.get(key);
        if (here != null) return here;
        var slot = new Slot<V>();
        kept.put(key, slot);
        FxThread.work(work.apply(key), made -> keep(slot, made), failed);
        return slot;
    }

    private void keep(Slot<V> slot, V made) {
        slot.value = made;
        var oldest = kept.keySet().iterator();
        while (kept.size() > most) {
            oldest.next();
            oldest.remove();
        }
        slot.waiting.forEach(w -> w.accept(made));
        slot.waiting.clear();
        arrived.run();
    }
}
