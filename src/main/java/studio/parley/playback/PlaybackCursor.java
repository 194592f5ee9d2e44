package studio.parley.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where reading is and goes next, along a route of spans or through the whole with a loop. Arithmetic only; one thread at a time. */
final class PlaybackCursor {
    private SourcePosition at = new SourcePosition(0, 0);
    /** Empty: the whole source. */
    private List<FrameRange> route = List.of();
    private boolean repeats;
    private @Nullable FrameRange loop;

    SourcePosition at() {
        return at;
    }

    /** Goes on from a place it was at before. */
    void resume(SourcePosition mark) {
        at = mark;
    }

    /** Leaves a route whose span does not hold this frame. */
    void jump(long frame) {
        boolean inside = at.span() >= 0 && at.span() < route.size() && route.get(at.span()).contains(frame);
        if (!inside) route = List.of();
        at = new SourcePosition(frame, inside ? at.span() : 0);
    }

    /** From the start of these spans on; empty for the whole source from where it is. */
    void follow(List<FrameRange> spans, boolean repeats) {
        this.route = List.copyOf(spans);
        this.repeats = repeats;
        at = spans.isEmpty() ? new SourcePosition(at.whole(), 0) : new SourcePosition(spans.getFirst().from(), 0);
    }

    void loop(@Nullable FrameRange span) {
        loop = span;
    }

    boolean hasRoute() {
        return !route.isEmpty();
    }

    /** To a whole frame: at speed 1 the source's own samples are played. */
    void round() {
        at = new SourcePosition(at.whole(), at.span());
    }

    /** Nothing is left to play in this direction, the source being {@code length} long. */
    boolean ended(double step, long length) {
        if (hasRoute()) return at.span() < 0 || at.span() >= route.size();
        return step > 0 ? at.frame() >= length && limit(step, length) == length : at.frame() <= 0;
    }

    /** How many frames to play until the next jump, at this step per frame. */
    int until(double step, long length, int most) {
        return (int) Math.clamp((long) Math.ceil((limit(step, length) - at.frame()) / step), 0, most);
    }

    /** Moves on by so many frames played, not beyond the next jump, and jumps there. */
    void advance(int count, double step) {
        double limit = limit(step, Long.MAX_VALUE);
        double next = at.frame() + count * step;
        boolean arrived = step > 0 ? next >= limit : next <= limit;
        boolean open = !hasRoute() && !looping(step);
        at = arrived && !open ? after(step, limit, next - limit) : new SourcePosition(next, at.span());
    }

    private double limit(double step, long length) {
        if (hasRoute()) {
            var span = route.get(at.span());
            return step > 0 ? span.to() : span.from();
        }
        if (loop != null && looping(step)) return step > 0 ? loop.to() : loop.from();
        return step > 0 ? length : 0;
    }

    private boolean looping(double step) {
        if (loop == null) return false;
        return step > 0 ? at.frame() < loop.to() : at.frame() > loop.from() && at.frame() <= loop.to();
    }

    private SourcePosition after(double step, double limit, double carry) {
        if (!hasRoute()) return new SourcePosition((step > 0 ? loop.from() : loop.to()) + carry, 0);
        int span = at.span() + (step > 0 ? 1 : -1);
        if (repeats) span = Math.floorMod(span, route.size());
        if (span < 0 || span >= route.size()) return new SourcePosition(limit, span);
        var next = route.get(span);
        return new SourcePosition((step > 0 ? next.from() : next.to()) + carry, span);
    }
}
