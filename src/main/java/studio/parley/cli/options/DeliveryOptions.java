package studio.parley.cli.options;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.parley.dialogue.Delivery;
import studio.parley.problem.Problem;

/** Options for the delivery of lines. */
public final class DeliveryOptions {
    @Option(names = "--temperature", paramLabel = "T", description = "Sampling temperature; 0 always takes the most likely code. "
            + "Default: that of the checkpoint (CSM: 0.9).")
    @Nullable Double temperature;

    @Option(names = "--top-k", paramLabel = "K",
            description = "Sample from the K most likely codes only. Default: that of the checkpoint (CSM: 50).")
    @Nullable Integer topK;

    @Option(names = "--preset", paramLabel = "PRESET", description = "standard (0.9 / 50), clone (0.6 / 20, for cleaner clones) or greedy; "
            + "--temperature and --top-k override it.")
    @Nullable String preset;

    @Option(names = "--seed", paramLabel = "N", description = "Random seed. The same seed gives the same codes for the same line of the same script on the same machine "
            + "with the same number of threads, interrupted or not, in a project or not. Takes made together with --takes differ from a take made alone.")
    @Nullable Long seed;

    @Option(names = "--max-length", paramLabel = "MS", description = "Maximum length of a part or line in milliseconds, rounded to whole frames (CSM: 80 ms).")
    @Nullable Integer maxMillis;

    /** The requested delivery. */
    public Delivery delivery() {
        if (temperature != null && !(temperature >= 0 && temperature <= 10)) throw Problem.input("--temperature " + temperature
                + " is out of range. Use a number from 0 to 10.");
        if (topK != null && topK < 1) throw Problem.input("--top-k " + topK + " is below 1. Use 1 or more.");
        if (maxMillis != null && maxMillis < 1) throw Problem.input("--max-length " + maxMillis + " is below 1. Enter a length in milliseconds.");
        return new Delivery(temperature, topK, maxMillis, null).over(named());
    }

    public Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }

    private Delivery named() {
        return switch (preset == null ? "" : preset.toLowerCase(Locale.ROOT)) {
            case "" -> Delivery.INHERITED;
            case "standard" -> Delivery.STANDARD;
            case "clone" -> Delivery.CLONE;
            case "greedy" -> Delivery.GREEDY;
            default -> throw Problem.input("There is no preset '" + preset + "'. Use standard, clone or greedy.");
        };
    }
}
