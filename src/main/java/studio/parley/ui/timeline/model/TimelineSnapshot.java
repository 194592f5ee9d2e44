package studio.parley.ui.timeline.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ExpectedTimeline;

/**
 * What the timeline shows: the document, the positions of its clips, and the estimated positions at the end; during a drag, as it would be
 * after the drop.
 *
 * @param expected the lines at the end that are still to be rendered
 * @param speakers those with a track, in order
 * @param lanes the track index by speaker number, from 0
 * @param rows the row of a clip that collides with another of the same speaker
 */
public record TimelineSnapshot(Document document, Arrangement arrangement, List<ExpectedTimeline.Place> expected, List<Speaker> speakers, Map<Integer, Integer> lanes,
             Map<String, OverlapRows.Row> rows) {
    static TimelineSnapshot of(Document document, Arrangement arrangement, ExpectedTimeline expected, List<Speaker> speakers, Map<String, OverlapRows.Row> rows) {
        var lanes = new HashMap<Integer, Integer>();
        for (var speaker : speakers) lanes.put(speaker.number(), lanes.size());
        return new TimelineSnapshot(document, arrangement, expected.places(), speakers, Map.copyOf(lanes), rows);
    }

    /** Speakers with lines: one without any has no track. */
    static List<Speaker> speaking(Document document) {
        var numbers = document.lines().stream().map(Line::speaker).collect(Collectors.toSet());
        return document.conversation().speakers().stream().filter(s -> numbers.contains(s.number())).toList();
    }

    public int lane(int speaker) {
        return lanes.getOrDefault(speaker, 0);
    }

    /** Seconds until the end of the last clip, expected clip or marker. */
    public double length() {
        double marked = document.markers().stream().mapToInt(m -> m.millis()).max().orElse(0) / 1000.0;
        long last = expected.stream().mapToLong(ExpectedTimeline.Place::end).max().orElse(0);
        return Math.max(marked, arrangement.seconds(Math.max(last, arrangement.length())));
    }
}
