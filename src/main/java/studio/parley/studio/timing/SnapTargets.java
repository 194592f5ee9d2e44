package studio.parley.studio.timing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import studio.parley.studio.document.model.Document;

/** Times that a dragged edge snaps to: created when a drag begins, queried at every move of the mouse. Immutable. */
public final class SnapTargets {
    /** The kind of target, the most informative first: of several at the same time the first is named. */
    public enum Kind { PLAYHEAD, MARKER, CLIP_START, CLIP_END, ZERO, SECOND }

    /** A time in milliseconds and its kind. */
    public record Target(long millis, Kind kind) {}

    /** The start of a dragged clip after snapping, and the target of one of its edges, if any. */
    public record Snapped(long start, Optional<Target> target) {}

    private final TreeMap<Long, Kind> targets = new TreeMap<>();
    private final boolean seconds;

    private SnapTargets(boolean seconds) {
        this.seconds = seconds;
        add(0, Kind.ZERO);
    }

    /**
     * @param playhead in milliseconds, if it is a target
     * @param dragged lines whose own edges are not targets
     * @param seconds whether whole seconds are targets, if nothing else is near
     */
    public static SnapTargets of(Document document, OptionalLong playhead, Collection<String> dragged, boolean seconds) {
        var snapping = new SnapTargets(seconds);
        var own = Set.copyOf(dragged);
        playhead.ifPresent(at -> snapping.add(at, Kind.PLAYHEAD));
        for (var marker : document.markers()) snapping.add(marker.millis(), Kind.MARKER);
        for (var span : LineTimes.of(document).spans()) {
            if (!span.isHeard() || own.contains(span.line())) continue;
            snapping.add(span.start(), Kind.CLIP_START);
            snapping.add(span.end(), Kind.CLIP_END);
        }
        return snapping;
    }

    private void add(long millis, Kind kind) {
        targets.merge(millis, kind, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    /** The nearest target within a tolerance in milliseconds; of two equally near, the earlier. */
    public Optional<Target> near(long millis, long tolerance) {
        var before = target(targets.floorEntry(millis));
        var after = target(targets.ceilingEntry(millis));
        var best = nearer(millis, before, after).filter(t -> Math.abs(t.millis() - millis) <= tolerance);
        if (best.isPresent() || !seconds) return best;
        long second = Math.max(0, Math.floorDiv(millis + 500, 1000L)) * 1000;
        return Math.abs(second - millis) <= tolerance ? Optional.of(new Target(second, Kind.SECOND)) : Optional.empty();
    }

    /** A clip that is dragged to {@code start}: the edge nearer to a target snaps. */
    public Snapped clip(long start, long length, long tolerance) {
        var left = near(start, tolerance);
        var right = near(start + length, tolerance).filter(t -> t.millis() >= length);
        boolean takesRight = right.isPresent()
                && (left.isEmpty() || Math.abs(right.get().millis() - start - length) < Math.abs(left.get().millis() - start));
        if (takesRight) return new Snapped(right.get().millis() - length, right);
        return new Snapped(left.map(Target::millis).orElse(Math.max(0, start)), left);
    }

    private static Optional<Target> target(Map.@org.jspecify.annotations.Nullable Entry<Long, Kind> entry) {
        return entry == null ? Optional.empty() : Optional.of(new Target(entry.getKey(), entry.getValue()));
    }

    private static Optional<Target> nearer(long millis, Optional<Target> before, Optional<Target> after) {
        if (before.isEmpty() || after.isEmpty()) return before.or(() -> after);
        return millis - before.get().millis() <= after.get().millis() - millis ? before : after;
    }
}
