package studio.parley.dialogue;

import java.util.HashSet;
import java.util.List;
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
}
