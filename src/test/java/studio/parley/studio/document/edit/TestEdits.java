package studio.parley.studio.document.edit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.model.Marker;
import studio.parley.studio.timing.ClipMoves;
import studio.parley.studio.timing.LineTimes;
import studio.parley.studio.timing.Ripple;

/** Edits for tests, each a step of its own. */
public final class TestEdits {
    private TestEdits() {}

    public static Edit text(String label, String id, String text) {
        return Edit.of(label, LineEdits.type(id, text).change());
    }

    public static Edit delivery(Collection<String> ids, Delivery delivery) {
        return LineEdits.adjust(ids, "all", d -> delivery);
    }

    public static Edit markers(String label, List<Marker> markers) {
        return Edit.of(label, d -> d.withMarkers(markers));
    }

    /** A clip to a moment in milliseconds. */
    public static Edit move(String line, long to, Ripple ripple) {
        return Edit.of("Move clip", d -> LineTimes.of(d).of(line).map(s -> ClipMoves.by(Set.of(line), to - s.start(), ripple).change().apply(d)).orElse(d));
    }
}
