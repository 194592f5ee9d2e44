package studio.parley.ui.timeline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.Arrangement.Part;

/** Clips of one speaker that play at once share the height of their track, so that none covers another. */
final class OverlapRows {
    /** The row of a clip, from 0, and the number of rows in its track there. */
    record Row(int index, int of) {
        static final Row WHOLE = new Row(0, 1);
    }

    private OverlapRows() {}

    /** By line id; clips without a collision are not included. */
    static Map<String, Row> of(Arrangement arrangement) {
        var out = new HashMap<String, Row>();
        var tracks = arrangement.parts().stream().collect(Collectors.groupingBy(p -> p.line().speaker()));
        for (var track : tracks.values()) share(track.stream().sorted(Comparator.comparingLong(Part::start)).toList(), out);
        return Map.copyOf(out);
    }

    private static void share(List<Part> track, Map<String, Row> out) {
        var group = new ArrayList<Part>();
        long end = Long.MIN_VALUE;
        for (var part : track) {
            if (part.start() >= end) {
                rows(group, out);
                group.clear();
            }
            group.add(part);
            end = Math.max(end, part.end());
        }
        rows(group, out);
    }

    /** Each in the first row in which the previous one has ended. */
    private static void rows(List<Part> group, Map<String, Row> out) {
        if (group.size() < 2) return;
        var ends = new ArrayList<Long>();
        var places = new HashMap<String, Integer>();
        for (var part : group) {
            int row = 0;
            while (row < ends.size() && ends.get(row) > part.start()) row++;
            if (row == ends.size()) ends.add(part.end());
            else ends.set(row, part.end());
            places.put(part.line().id(), row);
        }
        places.forEach((line, row) -> out.put(line, new Row(row, ends.size())));
    }
}
