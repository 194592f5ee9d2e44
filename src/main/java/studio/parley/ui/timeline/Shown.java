package studio.parley.ui.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.Document;
import studio.parley.studio.export.Arrangement;

/**
 * What the timeline shows: the document and where its takes sound; while something is dragged, as it would be when dropped.
 *
 * @param lanes the track of each speaker by number, from 0
 */
record Shown(Document document, Arrangement arrangement, Map<Integer, Integer> lanes) {
    static Shown of(Document document, Arrangement arrangement) {
        var lanes = new HashMap<Integer, Integer>();
        for (var speaker : document.conversation().speakers()) lanes.put(speaker.number(), lanes.size());
        return new Shown(document, arrangement, Map.copyOf(lanes));
    }

    List<Speaker> speakers() {
        return document.conversation().speakers();
    }

    int lane(int speaker) {
        return lanes.getOrDefault(speaker, 0);
    }

    /** Seconds until the end of the last sound or marker. */
    double length() {
        double marked = document.markers().stream().mapToInt(m -> m.millis()).max().orElse(0) / 1000.0;
        return Math.max(marked, arrangement.seconds(arrangement.length()));
    }
}
