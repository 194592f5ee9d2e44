package studio.parley.dialogue;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * When each line sounds, in samples at {@code rate}: a pure function of the conversation and the lengths of its takes.
 *
 * <p>{@code After} counts from the moment all earlier lines have ended, {@code Overlap} and {@code Together} from the turn
 * directly before: the line before, with those before it that it continues without a gap (as halves of a split line do). Nothing
 * starts before 0. An interrupted turn is ducked while it is talked over.
 */
public record Timeline(int rate, List<Placed> placed, List<Duck> ducks) {
    /** How much quieter an interrupted line gets, in decibels. */
    public static final double DUCK_DB = -8;

    /** A line's place: from {@code start} (inclusive) to {@code end} (exclusive). */
    public record Placed(Line line, long start, long end) {}

    /** The line that is talked over, and from when to when; that may begin before or end after the line, if its turn goes on. */
    public record Duck(Line line, long from, long to, double gainDb) {}

    public Timeline {
        placed = List.copyOf(placed);
        ducks = List.copyOf(ducks);
    }

    /** Lays out all lines; {@code samples} tells each line's length (0 for a line without a take). */
    public static Timeline of(Conversation conversation, int rate, ToLongFunction<Line> samples) {
        var laying = new TimelineBuilder(rate);
        for (var line : conversation.lines()) laying.place(line, laying.start(line), samples.applyAsLong(line));
        return new Timeline(rate, laying.placed(), laying.ducks());
    }

    /** The end of the last sound. */
    public long length() {
        return placed.stream().mapToLong(Placed::end).max().orElse(0);
    }

    /** A whole number of milliseconds in samples, rounded down. */
    static long at(long millis, int rate) {
        return millis * rate / 1000;
    }
}
