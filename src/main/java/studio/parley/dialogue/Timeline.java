package studio.parley.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * When each line sounds, in samples at {@code rate}: a pure function of the conversation and the lengths of its takes.
 *
 * <p>{@code After} counts from the moment all earlier lines have ended, {@code Overlap} and {@code Together} from the line
 * directly before; nothing starts before 0. An interrupted line is ducked while it is talked over.
 */
public record Timeline(int rate, List<Placed> placed, List<Duck> ducks) {
    /** How much quieter an interrupted line gets, in decibels. */
    public static final double DUCK_DB = -8;

    /** A line's place: from {@code start} (inclusive) to {@code end} (exclusive). */
    public record Placed(Line line, long start, long end) {}

    /** The line that is talked over, and from when to when. */
    public record Duck(Line line, long from, long to, double gainDb) {}

    public Timeline {
        placed = List.copyOf(placed);
        ducks = List.copyOf(ducks);
    }

    /** Lays out all lines; {@code samples} tells each line's length (0 for a line without a take). */
    public static Timeline of(Conversation conversation, int rate, ToLongFunction<Line> samples) {
        var placed = new ArrayList<Placed>();
        var ducks = new ArrayList<Duck>();
        long ended = 0;
        for (var line : conversation.lines()) {
            var before = placed.isEmpty() ? null : placed.getLast();
            long start = before == null ? first(line, rate) : start(line, before, ended, rate);
            var here = new Placed(line, start, start + samples.applyAsLong(line));
            if (before != null && line.relation() instanceof Relation.Overlap) duck(before, here, ducks);
            placed.add(here);
            ended = Math.max(ended, here.end());
        }
        return new Timeline(rate, placed, ducks);
    }

    /** The end of the last sound. */
    public long length() {
        return placed.stream().mapToLong(Placed::end).max().orElse(0);
    }

    private static long first(Line line, int rate) {
        long pause = at(line.pauseMillis(), rate);
        return line.relation() instanceof Relation.PinnedAt p ? at(p.millis(), rate) + pause : pause;
    }

    private static long start(Line line, Placed before, long ended, int rate) {
        long pause = at(line.pauseMillis(), rate);
        return pause + switch (line.relation()) {
            case Relation.After a -> ended + at(a.millis(), rate);
            case Relation.Overlap o -> Math.max(before.start(), before.end() - at(o.millis(), rate));
            case Relation.Together t -> before.start();
            case Relation.PinnedAt p -> at(p.millis(), rate);
        };
    }

    private static void duck(Placed before, Placed here, List<Duck> ducks) {
        long to = Math.min(before.end(), here.end());
        if (here.start() < to) ducks.add(new Duck(before.line(), here.start(), to, DUCK_DB));
    }

    private static long at(int millis, int rate) {
        return (long) millis * rate / 1000;
    }
}
