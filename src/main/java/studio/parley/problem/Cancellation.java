package studio.parley.problem;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that nobody wants any more ends early, with a {@link CancellationException}: because whoever started it says so, or because
 * the process ends (Ctrl-C, {@code System.exit}). Long work asks now and then ({@link #stopIfWished}); what cannot ask, such as a
 * network that is computing, says how it is stopped ({@link #whenWished}). Holds for the thread that does the work.
 */
public final class Cancellation {
    /** An eighth of a frame: nobody waits for long, and asking costs nothing. */
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

    /** How work under way is stopped; closed when it is done. */
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
     * Does {@code work} here and cancels it once {@code wished} is true, which is asked from this and from another thread. One
     * within another ends with either.
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

    /** Whether the work this thread does is no longer wanted. */
    public static boolean isWished() {
        var scope = current();
        return ending || scope != null && scope.wished.getAsBoolean();
    }

    /** Throws when the work this thread does is no longer wanted. */
    public static void stopIfWished() {
        if (isWished()) throw new CancellationException("the work was cancelled");
    }

    /** Calls {@code stop} from another thread, perhaps more than once, if what this thread does is cancelled before the result closes. */
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
