package studio.parley.studio.timing;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Relation;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Edit;
import studio.parley.studio.timing.LineTimes.Span;

/**
 * How far clips go when somebody drags them: to the nearest place where no speaker speaks twice at once, and where nothing is pinned
 * that nobody asked to pin. Made when a drag begins, asked at every move of the mouse.
 */
public final class DragLimits {
    /** Why a clip does not go where it was dragged. */
    public sealed interface Obstacle {
        /** The same speaker already speaks this line there. */
        record Speaks(String line) implements Obstacle {}

        /** No relation leads there, only a pin. */
        record Pin() implements Obstacle {}
    }

    /** What a drag does: {@code at} is what was asked for or the nearest to it, and {@code obstacle} says why it is not the same. */
    public record Limited(long at, Edit edit, Optional<Obstacle> obstacle) {}

    /** With more dragged clips than this, only the way there is searched and not what lies beyond. */
    private static final int FEW = 8;
    /** So many places beyond an obstacle are tried. */
    private static final int TRIES = 6;

    private final Document document;
    private final Set<String> lines;
    private final LineTimes times;
    private final Map<Set<String>, Long> collisions;

    /** @param lines those that are dragged */
    public DragLimits(Document document, Collection<String> lines) {
        this.document = document;
        this.lines = Set.copyOf(lines);
        times = LineTimes.of(document);
        collisions = Collisions.lengths(times);
    }

    /**
     * The dragged clips by a distance in milliseconds.
     *
     * @param onto who speaks them from now on, if another than before
     * @param pin whether they are to stay pinned where they are dropped
     */
    public Limited by(long distance, OptionalInt onto, Ripple ripple, boolean pin) {
        var found = nearest(0, distance, edges(onto), d -> move(d, onto, ripple, pin));
        // There is no room on the other track at all.
        return found.isEmpty() ? by(distance, OptionalInt.empty(), ripple, pin) : found.get();
    }

    private Edit move(long distance, OptionalInt onto, Ripple ripple, boolean pin) {
        var move = onto.isPresent() ? ClipMoves.onto(lines, distance, onto.getAsInt(), ripple) : ClipMoves.by(lines, distance, ripple);
        return pin ? Edit.of(move.label(), d -> move.change().apply(ClipMoves.pin(lines).change().apply(d))) : move;
    }

    /** An edit by a number that is dragged from {@code still}, where it changes nothing. */
    public Limited by(long still, long wanted, LongFunction<Edit> edit) {
        return nearest(still, wanted, LongStream.empty(), edit).orElseGet(() -> new Limited(still, edit.apply(still), Optional.empty()));
    }

    private Optional<Limited> nearest(long still, long wanted, LongStream others, LongFunction<Edit> edit) {
        var pinned = pinned(edit.apply(still).change().apply(document));
        LongFunction<Optional<Obstacle>> obstacle = at -> obstacle(edit.apply(at), pinned);
        var met = obstacle.apply(wanted);
        if (met.isEmpty()) return Optional.of(new Limited(wanted, edit.apply(wanted), met));
        Comparator<Long> near = Comparator.comparingLong(at -> Math.abs(at - wanted));
        var beyond = others.distinct().boxed().sorted(near).limit(TRIES).filter(at -> obstacle.apply(at).isEmpty()).limit(1);
        var before = obstacle.apply(still).isEmpty() ? Stream.of(last(still, wanted, obstacle)) : Stream.<Long>empty();
        return Stream.concat(beyond, before).min(near).map(at -> new Limited(at, edit.apply(at), first(at, wanted, obstacle).or(() -> met)));
    }

    /** What stops a clip just where it is. */
    private static Optional<Obstacle> first(long at, long wanted, LongFunction<Optional<Obstacle>> obstacle) {
        return obstacle.apply(at + Long.signum(wanted - at));
    }

    /** The last place on the way without an obstacle. */
    private static long last(long still, long wanted, LongFunction<Optional<Obstacle>> obstacle) {
        long good = still;
        long bad = wanted;
        while (Math.abs(bad - good) > 1) {
            long middle = good + (bad - good) / 2;
            if (obstacle.apply(middle).isEmpty()) good = middle;
            else bad = middle;
        }
        return good;
    }

    /** Distances that bring a dragged clip beside one on its track. */
    private LongStream edges(OptionalInt onto) {
        var dragged = times.spans().stream().filter(s -> s.isHeard() && lines.contains(s.line())).toList();
        return dragged.size() > FEW ? LongStream.empty() : dragged.stream().flatMapToLong(s -> edges(s, onto.orElse(s.speaker())));
    }

    private LongStream edges(Span dragged, int speaker) {
        return times.spans().stream().filter(s -> s.isHeard() && s.speaker() == speaker && !lines.contains(s.line()))
                .flatMapToLong(s -> LongStream.of(s.end() - dragged.start(), s.start() - dragged.end())).filter(by -> dragged.start() + by >= 0);
    }

    private Optional<Obstacle> obstacle(Edit edit, Set<String> pinned) {
        var after = edit.change().apply(document);
        if (!pinned.containsAll(pinned(after))) return Optional.of(new Obstacle.Pin());
        return Collisions.of(LineTimes.of(after)).stream().filter(c -> c.millis() > collisions.getOrDefault(Set.of(c.line(), c.other()), 0L))
                .map(c -> (Obstacle) new Obstacle.Speaks(lines.contains(c.line()) ? c.other() : c.line())).findFirst();
    }

    /** Which of the dragged lines are pinned. */
    private Set<String> pinned(Document d) {
        return d.lines().stream().filter(l -> lines.contains(l.id()) && l.relation() instanceof Relation.PinnedAt).map(Line::id)
                .collect(Collectors.toSet());
    }
}
