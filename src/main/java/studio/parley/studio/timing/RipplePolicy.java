package studio.parley.studio.timing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.timing.LineTimes.Span;

/** Where the clips go that are not dragged themselves. */
final class RipplePolicy {
    private RipplePolicy() {}

    /**
     * Target starts by line id.
     *
     * @param times before the edit
     * @param except the edited lines
     * @param shift how far a clip moves along, in milliseconds, when its track ripples; pinned ones never do
     */
    static Map<String, Long> of(Document d, LineTimes times, Set<String> except, Ripple ripple, ToLongFunction<Span> shift) {
        var wanted = new HashMap<String, Long>();
        if (ripple == Ripple.ALL) return wanted;
        for (var span : times.spans()) {
            if (except.contains(span.line())) continue;
            boolean pinned = d.lines().get(span.index()).relation() instanceof TimingRelation.PinnedAt;
            long by = ripple == Ripple.TRACK && !pinned ? shift.applyAsLong(span) : 0;
            wanted.put(span.line(), Math.max(0, span.start() + by));
        }
        return wanted;
    }
}
