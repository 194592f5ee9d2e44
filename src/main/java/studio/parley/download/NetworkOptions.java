package studio.parley.download;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made.
 *
 * @param connect longest time to connect
 * @param stall longest time without an answer or without a byte
 * @param attempts how often a request is repeated without any progress before the download is given up
 * @param pause how waiting is done between attempts; tests do not wait
 * @param environment environment variables by name (proxies, {@code HF_ENDPOINT}, tokens)
 */
public record NetworkOptions(Duration connect, Duration stall, int attempts, Pause pause, Function<String, @Nullable String> environment) {
    /** Waiting that ends early if the thread is interrupted. */
    public interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Those of this machine. */
    public static NetworkOptions usual() {
        return new NetworkOptions(Duration.ofSeconds(20), Duration.ofSeconds(60), 6, Thread::sleep, System::getenv);
    }

    /** A variable that is set and not blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
    }
}
