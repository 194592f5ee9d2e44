package studio.parley.dialogue;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole conversation: its title (may be empty), its speakers, its lines in order, and the delivery that all inherit. */
public record Conversation(String title, List<Speaker> speakers, List<Line> lines, Delivery delivery) {
    public Conversation {
        title = AllowedText.name(title);
        speakers = List.copyOf(speakers);
        lines = UniqueLines.of(lines);
        unique(speakers.stream().map(Speaker::name), "speaker name");
        unique(speakers.stream().map(Speaker::number), "speaker number");
        var numbers = speakers.stream().map(Speaker::number).collect(Collectors.toSet());
        for (var line : lines) if (!numbers.contains(line.speaker())) throw new IllegalArgumentException("no speaker " + line.speaker());
    }

    /** The speaker with this number. */
    public Speaker speaker(int number) {
        return speakers.stream().filter(s -> s.number() == number).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no speaker " + number));
    }

    /** From 0; -1 if there is no such line. */
    public int indexOf(String line) {
        return ((UniqueLines) lines).place(line);
    }

    /** The same conversation with other lines. */
    public Conversation withLines(List<Line> others) {
        return new Conversation(title, speakers, ((UniqueLines) lines).with(others), delivery);
    }

    /** The effective delivery of a line: its own over its speaker's over the conversation's over {@code defaults}. */
    public Delivery delivery(Line line, Delivery defaults) {
        return line.delivery().over(speaker(line.speaker()).delivery()).over(delivery).over(defaults);
    }

    private static void unique(Stream<?> values, String what) {
        var seen = new HashSet<Object>();
        values.forEach(v -> {
            if (!seen.add(v)) throw new IllegalArgumentException(what + " " + v + " twice");
        });
    }

    /** Immutable lines with unique ids, and an index of their positions. */
    private static final class UniqueLines extends AbstractList<Line> implements RandomAccess {
        private final List<Line> lines;
        private final Map<String, Integer> places;

        private UniqueLines(List<Line> lines, Map<String, Integer> places) {
            this.lines = lines;
            this.places = places;
        }

        static UniqueLines of(List<Line> lines) {
            if (lines instanceof UniqueLines unique) return unique;
            var copy = List.copyOf(lines);
            var places = HashMap.<String, Integer>newHashMap(copy.size());
            for (var line : copy) if (places.put(line.id(), places.size()) != null) throw new IllegalArgumentException("line id " + line.id() + " twice");
            return new UniqueLines(copy, places);
        }

        /** Other lines; the index is reused if the ids are the same, as after most edits. */
        UniqueLines with(List<Line> others) {
            if (others instanceof UniqueLines || others.size() != lines.size()) return of(others);
            for (int i = 0; i < lines.size(); i++) if (!lines.get(i).id().equals(others.get(i).id())) return of(others);
            return new UniqueLines(List.copyOf(others), places);
        }

        /** From 0; -1 if there is no such line. */
        int place(String id) {
            return places.getOrDefault(id, -1);
        }

        @Override
        public Line get(int index) {
            return lines.get(index);
        }

        @Override
        public int size() {
            return lines.size();
        }
    }
}
