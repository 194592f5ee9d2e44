package studio.parley.ui.timeline.gesture;

import studio.parley.studio.document.model.Marker;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.paint.Badge;

/** What is under the mouse. */
public sealed interface HitTarget {
    record Knob() implements HitTarget {}

    record MarkerFlag(Marker marker) implements HitTarget {}

    /** An end of the loop: {@code start} or end. */
    record LoopEdge(boolean start) implements HitTarget {}

    record Ruler() implements HitTarget {}

    record BadgeOf(Badge badge) implements HitTarget {}

    /** An edge of a clip: its {@code start} or its end. */
    record Edge(ClipBox box, boolean start) implements HitTarget {}

    /** The handle of the fade at the {@code start} or the end. */
    record FadeHandle(ClipBox box, boolean start) implements HitTarget {}

    /** The handle on the gain line. */
    record GainGrip(ClipBox box) implements HitTarget {}

    record Body(ClipBox box) implements HitTarget {}

    record Nothing() implements HitTarget {}

    /** The line this belongs to; empty text if none. */
    default String line() {
        return switch (this) {
            case Edge e -> e.box().line();
            case FadeHandle f -> f.box().line();
            case GainGrip g -> g.box().line();
            case Body b -> b.box().line();
            case BadgeOf b -> b.badge().line();
            default -> "";
        };
    }
}
