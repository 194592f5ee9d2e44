package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimelineBuilder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;

/** When every line of a document plays, in whole milliseconds; a line without a take has a position and no length. Immutable. */
public final class LineTimes {
    /** A line's range from {@code start} (inclusive) to {@code end} (exclusive); {@code index} in the script, from 0. */
    public record Span(String line, int index, int speaker, long start, long end) {
        public long length() {
            return end - start;
        }

        public boolean isHeard() {
            return end > start;
        }
    }

    private final Map<String, Span> spans = new LinkedHashMap<>();

    private LineTimes() {}

    /** All lines of a document at their current positions. */
    public static LineTimes of(Document document) {
        var times = new LineTimes();
        var laying = new TimelineBuilder(1000);
        for (var line : document.lines()) {
            long start = laying.start(line);
            long length = length(document, line);
            laying.place(line, start, length);
            times.spans.put(line.id(), new Span(line.id(), times.spans.size(), line.speaker(), start, start + length));
        }
        return times;
    }

    /** The length of a line's clip, after cut and trim; 0 without a take. */
    static long length(Document document, Line line) {
        return Arrangement.millis(document, line);
    }

    /** All spans in the order of the script. */
    public List<Span> spans() {
        return List.copyOf(spans.values());
    }

    public Optional<Span> of(String line) {
        return Optional.ofNullable(spans.get(line));
    }

    /** The lines that play between two times, in the order of the script; {@code whole}: only those entirely in between. */
    public List<String> within(long from, long to, boolean whole) {
        var out = new ArrayList<String>();
        for (var s : spans.values()) {
            boolean in = whole ? s.start() >= from && s.end() <= to : s.start() < to && s.end() > from;
            if (s.isHeard() && in) out.add(s.line());
        }
        return out;
    }

    /** The first edge of a clip after a time. */
    public OptionalLong edgeAfter(long millis) {
        var edge = edges().higher(millis);
        return edge == null ? OptionalLong.empty() : OptionalLong.of(edge);
    }

    /** The last edge of a clip before a time. */
    public OptionalLong edgeBefore(long millis) {
        var edge = edges().lower(millis);
        return edge == null ? OptionalLong.empty() : OptionalLong.of(edge);
    }

    /** The start and end of all clips. */
    TreeSet<Long> edges() {
        var out = new TreeSet<Long>();
        for (var s : spans.values()) {
            if (!s.isHeard()) continue;
            out.add(s.start());
            out.add(s.end());
        }
        return out;
    }
}
