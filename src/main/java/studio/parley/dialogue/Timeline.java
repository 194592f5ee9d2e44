package studio.parley.dialogue;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * When each line plays, in samples at {@code rate}: a pure function of the conversation and the lengths of its takes.
 *
 * <p>{@code After} counts from the moment all earlier lines have ended, {@code Overlap} and {@code Together} from the previous turn: the
 * previous line, with those before it that it continues without a gap (as the halves of a split line do). Nothing starts before 0. An
 * interrupted turn is ducked while another one overlaps it.
 */
public record Timeline(int rate, List<Placed> placed, List<Duck> ducks) {
    /** How much quieter an interrupted line becomes, in decibels. */
    public static final double DUCK_DB = -8;

    /** A line's position: from {@code start} (inclusive) to {@code end} (exclusive). */
    public record Placed(Line line, long start, long end) {}

    /** The interrupted line, and from when to when; this may begin before or end after the line, if its turn continues. */
    public record Duck(Line line, long from, long to, double gainDb) {}

    public Timeline {
        placed = List.copyOf(placed);
        ducks = List.copyOf(ducks);
    }

    /** Lays out all lines; {@code samples} gives each line's length (0 for a line without a take). */
    public static Timeline of(Conversation conversation, int rate, ToLongFunction<Line> samples) {
        var laying = new TimelineBuilder(rate);
        for (var line : conversation.lines()) laying.place(line, laying.start(line), samples.applyAsLong(line));
        return new Timeline(rate, laying.placed(), laying.ducks());
    }

    /** The end of the last clip. */
    public long length() {
        return placed.stream().mapToLong(Placed::end).max().orElse(0);
    }

    /** A whole number of milliseconds in samples, rounded down. */
    static long at(long millis, int rate) {
        return millis * rate / 1000;
    }
}
