package studio.parley.dialogue;

import java.util.ArrayList;
import java.util.List;
import studio.parley.dialogue.Timeline.Duck;
import studio.parley.dialogue.Timeline.Placed;

/**
 * Builds a timeline line by line, like {@link Timeline}, for callers that decide on the position of a line while building. Positions are
 * samples at {@code rate}. One thread at a time.
 */
public final class TimelineBuilder {
    /** A duck's ramps take 30 ms, so one that has ended may still be audible. */
    private static final int RAMP_MILLIS = 30;

    private final int rate;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Duck> ducks = new ArrayList<>();
    /**
     * The turn of the last line: where its lines begin in {@code placed}, the ducks it applies to the turn before, and where that turn
     * ends.
     */
    private int turn;
    private int interrupted;
    private int interruptedEnd;
    private long interruptedTo;
    private long ended;

    public TimelineBuilder(int rate) {
        this.rate = rate;
    }

    /** When all lines so far have ended. */
    public long ended() {
        return ended;
    }

    /** When the turn began from which the next line's overlap counts; 0 before the first line. */
    public long turnStart() {
        return placed.isEmpty() ? 0 : placed.get(turn).start();
    }

    /** When the last line ends; 0 before the first. */
    public long lastEnd() {
        return placed.isEmpty() ? 0 : placed.getLast().end();
    }

    public boolean isFirst() {
        return placed.isEmpty();
    }

    /** Where a line starts according to its relation. */
    public long start(Line line) {
        long pause = Timeline.at(line.pauseMillis(), rate);
        if (placed.isEmpty()) return line.relation() instanceof TimingRelation.PinnedAt p ? Timeline.at(p.millis(), rate) + pause : pause;
        return pause + switch (line.relation()) {
            case TimingRelation.After a -> ended + Timeline.at(a.millis(), rate);
            case TimingRelation.Overlap o -> Math.max(turnStart(), lastEnd() - Timeline.at(o.millis(), rate));
            case TimingRelation.Together t -> turnStart();
            case TimingRelation.PinnedAt p -> Timeline.at(p.millis(), rate);
        };
    }

    /** Adds a line where it starts. */
    public void place(Line line, long start, long samples) {
        var here = new Placed(line, start, start + samples);
        boolean goesOn = !placed.isEmpty() && placed.getLast().line().speaker() == line.speaker() && start == lastEnd()
                && placed.getLast().end() > placed.getLast().start();
        if (goesOn) lengthen(here);
        else interrupt(here);
        placed.add(here);
        ended = Math.max(ended, here.end());
    }

    /** A line that continues its turn also continues to overlap the interrupted turn. */
    private void lengthen(Placed here) {
        for (int i = interrupted; i < interruptedEnd; i++) {
            var duck = ducks.get(i);
            long to = Math.max(duck.to(), Math.min(interruptedTo, here.end()));
            ducks.set(i, new Duck(duck.line(), duck.from(), to, duck.gainDb()));
        }
    }

    private void interrupt(Placed here) {
        interrupted = ducks.size();
        interruptedTo = lastEnd();
        long to = Math.min(interruptedTo, here.end());
        if (!placed.isEmpty() && interrupts(here) && here.start() < to) {
            for (var talked : placed.subList(turn, placed.size())) {
                boolean heard = talked.end() > here.start() && to + Timeline.at(RAMP_MILLIS, rate) > talked.start();
                if (heard) ducks.add(new Duck(talked.line(), here.start(), to, Timeline.DUCK_DB));
            }
        }
        interruptedEnd = ducks.size();
        turn = placed.size();
    }

    private static boolean interrupts(Placed here) {
        return here.line().relation() instanceof TimingRelation.Overlap;
    }

    List<Placed> placed() {
        return placed;
    }

    List<Duck> ducks() {
        return ducks;
    }
}
