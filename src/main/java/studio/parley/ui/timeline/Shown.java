package studio.parley.ui.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.Document;
import studio.parley.studio.export.Arrangement;

/**
 * What the timeline shows: the document and where its takes sound; while something is dragged, as it would be when dropped.
 *
 * @param speakers those with a track, in its order
 * @param lanes the track of each of them by number, from 0
 */
record Shown(Document document, Arrangement arrangement, List<Speaker> speakers, Map<Integer, Integer> lanes) {
    static Shown of(Document document, Arrangement arrangement, List<Speaker> speakers) {
        var lanes = new HashMap<Integer, Integer>();
        for (var speaker : speakers) lanes.put(speaker.number(), lanes.size());
        return new Shown(document, arrangement, speakers, Map.copyOf(lanes));
    }

    /** Who has lines: a speaker without any has no track. */
    static List<Speaker> speaking(Document document) {
        var numbers = document.lines().stream().map(Line::speaker).collect(Collectors.toSet());
        return document.conversation().speakers().stream().filter(s -> numbers.contains(s.number())).toList();
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
