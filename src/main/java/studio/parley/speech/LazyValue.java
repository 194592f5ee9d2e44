package studio.parley.speech;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed on first use, once. Thread-safe. */
final class LazyValue<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    LazyValue(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        var value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }

    synchronized void ifMade(Consumer<T> use) {
        if (made != null) use.accept(made);
    }
}
