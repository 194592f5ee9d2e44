package studio.parley.speech;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import studio.parley.problem.Problem;

/** A line does not fit into the model's context together with its pinned context. */
public final class ContextOverflow extends Problem {
    private static final int SHOWN = 40;
    private final String line;
    private final double needed;
    private final double taken;
    private final double capacity;
    private final Optional<ContextTurn> longest;
    private final double longestTakes;

    ContextOverflow(String text, int needed, int taken, int capacity, double frameRate, List<ContextTurn> pinned, ToIntFunction<ContextTurn> cost) {
        super(Kind.INPUT, String.format(Locale.ROOT, "%s needs %.1f s of context, and its reference clips and pinned lines already take "
                + "%.1f of %.1f s. Split the line, or use shorter reference clips.",
                shown(text), needed / frameRate, taken / frameRate, capacity / frameRate));
        this.line = shown(text);
        this.needed = needed / frameRate;
        this.taken = taken / frameRate;
        this.capacity = capacity / frameRate;
        this.longest = pinned.stream().max(Comparator.comparingInt(cost));
        this.longestTakes = longest.map(t -> cost.applyAsInt(t) / frameRate).orElse(0.0);
    }

    private static String shown(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > SHOWN;
        return "The line \"" + (isLong ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…" : text) + "\"";
    }

    /** What takes most of the context: a reference clip, or a pinned line. */
    public Optional<ContextTurn> longest() {
        return longest;
    }

    /** The same message with what the longest clip is called and {@code advice} for what to do. */
    public String sentence(String clip, String advice) {
        return String.format(Locale.ROOT, "%s does not fit in the context: %s and its transcript take %.1f of %.1f s. "
                + "%s", line, clip, longestTakes, capacity, advice);
    }

    /** Whether the longest turn is the cause, rather than the line itself or many others. */
    public boolean isForTheLongest() {
        return taken - longestTakes + needed <= capacity;
    }
}
