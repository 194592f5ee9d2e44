package studio.parley.studio.timing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.timing.LineTimes.Span;

/**
 * How far clips can be dragged: to the nearest position where no speaker speaks twice at once, and where nothing is pinned unasked. Created
 * when a drag begins, queried at every move of the mouse.
 */
public final class DragLimits {
    /** Why a clip cannot go where it was dragged. */
    public sealed interface Obstacle {
        /** The same speaker already speaks this line there. */
        record Speaks(String line) implements Obstacle {}

        /** Only a pin leads there. */
        record Pin() implements Obstacle {}
    }

    /** The result of a drag: {@code at} is the requested position or the nearest possible, and {@code obstacle} says why it differs. */
    public record Limited(long at, Edit edit, Optional<Obstacle> obstacle) {}

    /** The fixed parameters of a drag. */
    private record Kind(OptionalInt onto, Ripple ripple, boolean pin) {}

    /** With more dragged clips than this, only positions on the way are searched and not those beyond. */
    private static final int FEW = 8;
    /** The number of positions beyond an obstacle that are tried. */
    private static final int TRIES = 6;

    private final Document document;
    private final Set<String> lines;
    private final LineTimes times;
    private final Map<Set<String>, Long> collisions;
    private final Set<String> pinned;
    private final Map<Kind, Search> searches = new HashMap<>();

    /** @param lines those that are dragged */
    public DragLimits(Document document, Collection<String> lines) {
        this.document = document;
        this.lines = Set.copyOf(lines);
        times = LineTimes.of(document);
        collisions = Collisions.lengths(times);
        pinned = pinned(document);
    }

    /**
     * The dragged clips by a distance in milliseconds.
     *
     * @param onto the new speaker, if another than before
     * @param pin whether they are pinned where they are dropped
     */
    public Limited by(long distance, OptionalInt onto, Ripple ripple, boolean pin) {
        var search = searches.computeIfAbsent(new Kind(onto, ripple, pin), k -> new Search(0, edges(onto), pin, d -> move(d, onto, ripple, pin)));
        // There may be no free position on the other track.
        return search.nearest(distance).orElseGet(() -> by(distance, OptionalInt.empty(), ripple, pin));
    }

    private Edit move(long distance, OptionalInt onto, Ripple ripple, boolean pin) {
        var move = onto.isPresent() ? ClipMoves.onto(lines, distance, onto.getAsInt(), ripple) : ClipMoves.by(lines, distance, ripple);
        return pin ? Edit.of(move.label(), d -> move.change().apply(ClipMoves.pin(lines).change().apply(d))) : move;
    }

    /** An edit by a number that is dragged from {@code still}, where it changes nothing; always the same edit for one drag. */
    public Limited by(long still, long wanted, Ripple ripple, LongFunction<Edit> edit) {
        var search = searches.computeIfAbsent(new Kind(OptionalInt.empty(), ripple, false), k -> new Search(still, LongStream.empty(), false, edit));
        return search.nearest(wanted).orElseGet(() -> new Limited(still, edit.apply(still), Optional.empty()));
    }

    /** Distances that bring a dragged clip next to one on its track. */
    private LongStream edges(OptionalInt onto) {
        var dragged = times.spans().stream().filter(s -> s.isHeard() && lines.contains(s.line())).toList();
        return dragged.size() > FEW ? LongStream.empty() : dragged.stream().flatMapToLong(s -> edges(s, onto.orElse(s.speaker())));
    }

    private LongStream edges(Span dragged, int speaker) {
        return times.spans().stream().filter(s -> s.isHeard() && s.speaker() == speaker && !lines.contains(s.line()))
                .flatMapToLong(s -> LongStream.of(s.end() - dragged.start(), s.start() - dragged.end())).filter(by -> dragged.start() + by >= 0);
    }

    private Optional<Obstacle> obstacle(Edit edit, boolean pin) {
        var after = edit.change().apply(document);
        if (!pin && !pinned.containsAll(pinned(after))) return Optional.of(new Obstacle.Pin());
        return Collisions.of(LineTimes.of(after)).stream().filter(c -> c.millis() > collisions.getOrDefault(Set.of(c.line(), c.other()), 0L))
                .map(c -> (Obstacle) new Obstacle.Speaks(lines.contains(c.line()) ? c.other() : c.line())).findFirst();
    }

    /** Which of the dragged lines are pinned. */
    private Set<String> pinned(Document d) {
        return d.lines().stream().filter(l -> lines.contains(l.id()) && l.relation() instanceof TimingRelation.PinnedAt).map(Line::id)
                .collect(Collectors.toSet());
    }

    /** The positions of one kind of drag; results are cached, because the mouse passes the same positions again and again. */
    private final class Search {
        private final long still;
        private final List<Long> others;
        private final boolean pin;
        private final LongFunction<Edit> edit;
        private final Map<Long, Optional<Obstacle>> known = new HashMap<>();
        /** By direction: the last position on the way without an obstacle. */
        private final Map<Integer, Long> walls = new HashMap<>();

        /** @param others positions beyond an obstacle that may be free */
        Search(long still, LongStream others, boolean pin, LongFunction<Edit> edit) {
            this.still = still;
            this.others = others.distinct().boxed().toList();
            this.pin = pin;
            this.edit = edit;
        }

        Optional<Limited> nearest(long wanted) {
            if (isFree(wanted)) return Optional.of(new Limited(wanted, edit.apply(wanted), Optional.empty()));
            Comparator<Long> near = Comparator.comparingLong(at -> Math.abs(at - wanted));
            var beyond = others.stream().sorted(near).limit(TRIES).filter(this::isFree).limit(1);
            var before = isFree(still) ? Stream.of(wall(wanted)) : Stream.<Long>empty();
            return Stream.concat(beyond, before).min(near).map(at -> new Limited(at, edit.apply(at), stops(at, wanted)));
        }

        /** The obstacle at a position itself, or else at the requested position. */
        private Optional<Obstacle> stops(long at, long wanted) {
            return obstacle(at + Long.signum(wanted - at)).or(() -> obstacle(wanted));
        }

        private boolean isFree(long at) {
            return obstacle(at).isEmpty();
        }

        private Optional<Obstacle> obstacle(long at) {
            return known.computeIfAbsent(at, a -> DragLimits.this.obstacle(edit.apply(a), pin));
        }

        private long wall(long wanted) {
            var wall = walls.get(Long.signum(wanted - still));
            // One farther than the requested position belongs to an obstacle beyond this one.
            if (wall != null && Math.abs(wall - still) <= Math.abs(wanted - still)) return wall;
            long good = still;
            long bad = wanted;
            while (Math.abs(bad - good) > 1) {
                long middle = good + (bad - good) / 2;
                if (isFree(middle)) good = middle;
                else bad = middle;
            }
            walls.put(Long.signum(wanted - still), good);
            return good;
        }
    }
}
