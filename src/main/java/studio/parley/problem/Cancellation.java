package studio.parley.problem;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is no longer needed ends early with a {@link CancellationException}: because the caller requests it, or because the process
 * ends (Ctrl-C, {@code System.exit}). Long work checks from time to time ({@link #stopIfWished}); work that cannot check, such as a running
 * network, registers how it is stopped ({@link #whenWished}). Applies to the thread that does the work.
 */
public final class Cancellation {
    /** An eighth of a frame: short enough for people, and polling costs nothing. */
    private static final long PAUSE_MILLIS = 10;
    private static final ScopedValue<Cancellation> CURRENT = ScopedValue.newInstance();
    private static final Set<Stop> STOPS = ConcurrentHashMap.newKeySet();
    private static volatile boolean ending;

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Cancellation::end, "cancellation"));
        } catch (IllegalStateException endingAlready) {
            ending = true;
        }
    }

    private final BooleanSupplier wished;

    private Cancellation(BooleanSupplier wished) {
        this.wished = wished;
    }

    /** The registered way to stop work in progress; to be closed when the work is done. */
    public static final class Stop implements AutoCloseable {
        private final @Nullable Cancellation scope;
        private final Runnable stop;

        private Stop(@Nullable Cancellation scope, Runnable stop) {
            this.scope = scope;
            this.stop = stop;
        }

        @Override
        public void close() {
            STOPS.remove(this);
        }
    }

    /**
     * Runs {@code work} on this thread and cancels it as soon as {@code wished} is true, which is called from this and from another thread.
     * A nested scope ends with either condition.
     */
    public static <T> T unless(BooleanSupplier wished, Supplier<T> work) {
        var outer = current();
        var scope = new Cancellation(outer == null ? wished : () -> outer.wished.getAsBoolean() || wished.getAsBoolean());
        var watcher = Thread.ofVirtual().name("cancellation").start(scope::watch);
        try {
            return ScopedValue.where(CURRENT, scope).call(work::get);
        } finally {
            watcher.interrupt();
        }
    }

    /** Whether the work of this thread is no longer needed. */
    public static boolean isWished() {
        var scope = current();
        return ending || scope != null && scope.wished.getAsBoolean();
    }

    /** Throws if the work of this thread is no longer needed. */
    public static void stopIfWished() {
        if (isWished()) throw new CancellationException("the work was cancelled");
    }

    /**
     * Calls {@code stop} from another thread, perhaps more than once, if the work of this thread is cancelled before the result is closed.
     */
    public static Stop whenWished(Runnable stop) {
        var registered = new Stop(current(), stop);
        STOPS.add(registered);
        if (ending) stop.run();
        return registered;
    }

    private static @Nullable Cancellation current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    private void watch() {
        try {
            while (true) {
                if (wished.getAsBoolean()) STOPS.stream().filter(s -> s.scope == this).forEach(s -> s.stop.run());
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException done) {
            // the work has ended
        }
    }

    private static void end() {
        ending = true;
        STOPS.forEach(s -> s.stop.run());
    }
}
