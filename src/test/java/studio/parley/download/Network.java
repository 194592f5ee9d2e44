package studio.parley.download;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Options for tests: no waiting, no environment but the given one. */
public final class Network {
    /** The waits that were asked for. */
    public final List<Duration> waits = new CopyOnWriteArrayList<>();
    public final NetworkOptions options;

    public Network(Map<String, String> environment) {
        this(environment, Duration.ofSeconds(90));
    }

    public Network(Map<String, String> environment, Duration stall) {
        options = new NetworkOptions(Duration.ofSeconds(20), stall, 4, waits::add, environment::get);
    }
}
