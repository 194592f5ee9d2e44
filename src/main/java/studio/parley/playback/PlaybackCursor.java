package studio.parley.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The read position and where it goes next, along a route of ranges or through the whole with a loop. Arithmetic only; one thread at a
 * time.
 */
final class PlaybackCursor {
    private SourcePosition at = new SourcePosition(0, 0);
    /** Empty: the whole source. */
    private List<FrameRange> route = List.of();
    private boolean repeats;
    private @Nullable FrameRange loop;

    SourcePosition at() {
        return at;
    }

    /** Continues from an earlier position. */
    void moveTo(SourcePosition mark) {
        at = mark;
    }

    /** Leaves a route whose current range does not contain this frame. */
    void jump(long frame) {
        boolean inside = at.range() >= 0 && at.range() < route.size() && route.get(at.range()).contains(frame);
        if (!inside) route = List.of();
        at = new SourcePosition(frame, inside ? at.range() : 0);
    }

    /** From the start of these ranges on; empty for the whole source from the current position. */
    void setRoute(List<FrameRange> ranges, boolean repeats) {
        this.route = List.copyOf(ranges);
        this.repeats = repeats;
        at = ranges.isEmpty() ? new SourcePosition(at.whole(), 0) : new SourcePosition(ranges.getFirst().from(), 0);
    }

    void loop(@Nullable FrameRange range) {
        loop = range;
    }

    boolean hasRoute() {
        return !route.isEmpty();
    }

    /** To a whole frame: at speed 1 the source's own samples are played. */
    void roundToFrame() {
        at = new SourcePosition(at.whole(), at.range());
    }

    /** Whether nothing is left to play in this direction, for a source of {@code length} frames. */
    boolean ended(double step, long length) {
        if (hasRoute()) return at.range() < 0 || at.range() >= route.size();
        return step > 0 ? at.frame() >= length && limit(step, length) == length : at.frame() <= 0;
    }

    /** How many frames to play until the next jump, at this step per frame. */
    int untilJump(double step, long length, int most) {
        return (int) Math.clamp((long) Math.ceil((limit(step, length) - at.frame()) / step), 0, most);
    }

    /** Advances by so many played frames, not beyond the next jump, and jumps there. */
    void advance(int count, double step) {
        double limit = limit(step, Long.MAX_VALUE);
        double next = at.frame() + count * step;
        boolean arrived = step > 0 ? next >= limit : next <= limit;
        boolean open = !hasRoute() && !looping(step);
        at = arrived && !open ? after(step, limit, next - limit) : new SourcePosition(next, at.range());
    }

    private double limit(double step, long length) {
        if (hasRoute()) {
            var range = route.get(at.range());
            return step > 0 ? range.to() : range.from();
        }
        if (loop != null && looping(step)) return step > 0 ? loop.to() : loop.from();
        return step > 0 ? length : 0;
    }

    private boolean looping(double step) {
        if (loop == null) return false;
        return step > 0 ? at.frame() < loop.to() : at.frame() > loop.from() && at.frame() <= loop.to();
    }

    private SourcePosition after(double step, double limit, double carry) {
        if (!hasRoute() && loop != null) return new SourcePosition((step > 0 ? loop.from() : loop.to()) + carry, 0);
        int range = at.range() + (step > 0 ? 1 : -1);
        if (repeats) range = Math.floorMod(range, route.size());
        if (range < 0 || range >= route.size()) return new SourcePosition(limit, range);
        var next = route.get(range);
        return new SourcePosition((step > 0 ? next.from() : next.to()) + carry, range);
    }
}
