package studio.parley.cli;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.parley.dialogue.Delivery;
import studio.parley.problem.Problem;

/** How lines are spoken. */
final class DeliveryOptions {
    @Option(names = "--temperature", paramLabel = "T", description = "How freely codes are drawn; 0 always takes the likeliest. "
            + "Otherwise the checkpoint's own (CSM: 0.9).")
    @Nullable Double temperature;

    @Option(names = "--top-k", paramLabel = "K",
            description = "Draw from the K likeliest codes only. Otherwise the checkpoint's own (CSM: 50).")
    @Nullable Integer topK;

    @Option(names = "--preset", paramLabel = "PRESET", description = "standard (0.9 / 50), clone (0.6 / 20, cleaner clones) or greedy; "
            + "--temperature and --top-k come before it.")
    @Nullable String preset;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same codes for the same line of the same script on the same machine "
            + "with as many threads, interrupted or not, in a project or not. With --takes, takes made together differ from one made alone.")
    @Nullable Long seed;

    @Option(names = "--max-length", paramLabel = "MS", description = "Longest part or line, in milliseconds, in whole frames of the model (CSM: 80 ms).")
    @Nullable Integer maxMillis;

    /** What was asked for. */
    Delivery delivery() {
        if (temperature != null && !(temperature >= 0 && temperature <= 10)) throw Problem.input("--temperature " + temperature
                + " is not between 0 and 10.");
        if (topK != null && topK < 1) throw Problem.input("--top-k " + topK + " is below 1; use 1 or more.");
        if (maxMillis != null && maxMillis < 1) throw Problem.input("--max-length " + maxMillis + " is below 1; give milliseconds.");
        return new Delivery(temperature, topK, maxMillis, null).over(named());
    }

    Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }

    private Delivery named() {
        return switch (preset == null ? "" : preset.toLowerCase(Locale.ROOT)) {
            case "" -> Delivery.INHERITED;
            case "standard" -> Delivery.STANDARD;
            case "clone" -> Delivery.CLONE;
            case "greedy" -> Delivery.GREEDY;
            default -> throw Problem.input("There is no preset '" + preset + "'; use standard, clone or greedy.");
        };
    }
}
