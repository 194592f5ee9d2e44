package studio.parley.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import studio.parley.speech.text.DurationEstimate;

/**
 * Decides on the context of a line. Pure: the same turns and line give the same result, so a take's recipe needs no more than them.
 *
 * <p>Only whole turns are left out, oldest first, never pinned ones, and space for the line's own speech is reserved from its text. When
 * the space is used up, everything before a <em>mark</em> is evicted at once: the first turn after half of the free space was filled.
 * Eviction is therefore rare (about every half window of speech), and what will remain is known long before: a {@link GenerationSession}
 * can prepare it ({@link Fit#upcoming}). The marks are found by replaying the history from its first turn.
 */
public final class ContextWindow {
    /**
     * The result of fitting.
     *
     * @param context turns in the context, in order
     * @param leftOut turns that are not, in order
     * @param promptPositions positions of context and text
     * @param maxFrames frames the line may use without overrun: the reserved space, or what is available
     * @param capacity positions in total
     * @param upcoming turns that will be kept at the next eviction, if already known
     */
    public record Fit(List<ContextTurn> context, List<ContextTurn> leftOut, int promptPositions, int maxFrames, int capacity,
            Optional<List<ContextTurn>> upcoming) {
        public Fit {
            context = List.copyOf(context);
            leftOut = List.copyOf(leftOut);
        }
    }

    private final int capacity;
    private final double frameRate;
    private final ToIntFunction<ContextTurn> turnCost;
    private final WordCost wordCost;

    /** Positions that the text of a line takes. */
    public interface WordCost {
        int of(int speaker, String text);
    }

    /** A window of {@code capacity} positions; costs in positions. */
    public ContextWindow(int capacity, double frameRate, ToIntFunction<ContextTurn> turnCost, WordCost wordCost) {
        this.capacity = capacity;
        this.frameRate = frameRate;
        this.turnCost = turnCost;
        this.wordCost = wordCost;
    }

    /**
     * The context of a line from {@code turns} (in order of time, references first).
     *
     * @throws ContextOverflow if the pinned turns, the text and the expected speech do not fit even alone
     */
    public Fit fit(List<ContextTurn> turns, int speaker, String text) {
        var walk = new Walk(turns);
        for (int i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            if (!turn.pinned()) walk.arrive(i, wordCost.of(turn.speaker(), turn.text()) + DurationEstimate.reserve(turn.text(), frameRate));
            walk.add(i);
        }
        var words = wordCost.of(speaker, text);
        var wanted = DurationEstimate.reserve(text, frameRate);
        walk.arrive(turns.size(), words + wanted);
        var room = capacity - walk.pinned - walk.kept - words;
        var expected = DurationEstimate.frames(text, frameRate);
        if (room < Math.min(wanted, expected)) {
            throw new ContextOverflow(text, words + expected, walk.pinned, capacity, frameRate, turns.stream().filter(ContextTurn::pinned).toList(), turnCost);
        }
        return walk.fit(words, Math.min(wanted, room));
    }

    /** Replays a history, keeping the sums that matter. */
    private final class Walk {
        private final List<ContextTurn> turns;
        private final int[] cost;
        private int start;
        private int mark = -1;
        private int pinned;
        private int kept;

        Walk(List<ContextTurn> turns) {
            this.turns = turns;
            this.cost = turns.stream().mapToInt(turnCost).toArray();
        }

        void add(int i) {
            if (turns.get(i).pinned()) {
                pinned += cost[i];
                return;
            }
            kept += cost[i];
            if (mark < 0 && kept >= (capacity - pinned) / 2) mark = i + 1;
        }

        /** Adds a line that needs {@code room}: evicts if necessary. */
        void arrive(int now, int room) {
            if (pinned + kept + room <= capacity) return;
            if (mark > start) drop(mark);
            while (pinned + kept + room > capacity && start < now) drop(start + 1);
            mark = -1;
            int since = 0;
            for (int i = start; i < now; i++) {
                if (turns.get(i).pinned()) continue;
                since += cost[i];
                if (mark < 0 && since >= (capacity - pinned) / 2) mark = i + 1;
            }
        }

        private void drop(int to) {
            for (; start < to; start++) if (!turns.get(start).pinned()) kept -= cost[start];
        }

        Fit fit(int words, int frames) {
            var context = new ArrayList<ContextTurn>();
            var leftOut = new ArrayList<ContextTurn>();
            for (int i = 0; i < turns.size(); i++) (i >= start || turns.get(i).pinned() ? context : leftOut).add(turns.get(i));
            return new Fit(context, leftOut, pinned + kept + words, frames, capacity, upcoming());
        }

        private Optional<List<ContextTurn>> upcoming() {
            if (mark < 0) return Optional.empty();
            var next = new ArrayList<ContextTurn>();
            for (int i = 0; i < turns.size(); i++) if (i >= mark || turns.get(i).pinned()) next.add(turns.get(i));
            return Optional.of(List.copyOf(next));
        }
    }
}
