package studio.parley.studio.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Timeline;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.EstimatedLength;

/**
 * The estimated length of a conversation once all of it is rendered. Pure, from a document alone.
 *
 * @param places the lines without a take after the last one that has one, each at its estimated position; frames at the requested rate
 * @param length when the last line will end, including the estimated length of lines without a take
 * @param isKnown whether every line has a take, so that nothing is estimated
 */
public record ExpectedTimeline(List<Place> places, long length, boolean isKnown) {
    /** The estimated position of a line; {@code number} counts lines from 1. */
    public record Place(int number, Line line, long start, long end) {}

    public ExpectedTimeline {
        places = List.copyOf(places);
    }

    /** At the rate of the document's arrangement. */
    public static ExpectedTimeline of(Document document, Arrangement arrangement) {
        int rate = arrangement.rate();
        int last = -1;
        boolean known = true;
        for (int i = 0; i < document.lines().size(); i++) {
            if (document.lines().get(i).sounding().isPresent()) last = i;
            else known &= !document.lines().get(i).isSpoken();
        }
        if (known) return new ExpectedTimeline(List.of(), arrangement.length(), true);
        var lengths = lengths(document, rate);
        var all = Timeline.of(document.conversation(), rate, l -> lengths.get(l.id()));
        return new ExpectedTimeline(behind(document, last, rate, lengths), all.length(), false);
    }

    private static Map<String, Long> lengths(Document document, int rate) {
        var expected = EstimatedLength.of(document);
        var out = new HashMap<String, Long>();
        for (var line : document.lines()) {
            out.put(line.id(), line.sounding().isPresent() ? Arrangement.frames(document, line, rate) : expected.applyAsLong(line) * rate / 1000);
        }
        return out;
    }

    /** Lines between others with takes have no space of their own on the timeline until they are rendered. */
    private static List<Place> behind(Document document, int last, int rate, Map<String, Long> lengths) {
        var lines = document.lines();
        for (int i = 0; i < last; i++) if (lines.get(i).sounding().isEmpty()) lengths.put(lines.get(i).id(), 0L);
        var timeline = Timeline.of(document.conversation(), rate, l -> lengths.get(l.id()));
        var out = new ArrayList<Place>();
        for (int i = last + 1; i < lines.size(); i++) {
            var placed = timeline.placed().get(i);
            if (placed.end() > placed.start()) out.add(new Place(i + 1, placed.line(), placed.start(), placed.end()));
        }
        return out;
    }
}
