package studio.parley.studio.document.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import studio.parley.dialogue.AllowedText;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.model.Document;

/** Edits of lines. An edit with an unknown line id does nothing. */
public final class LineEdits {
    private LineEdits() {}

    /** Typed text: a step of the history for each word or pause of a second. */
    public static Edit type(String id, String text) {
        long words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        return Edit.joining("Type", "text/" + id + "/" + words, line(id, l -> l.withText(text)));
    }

    /** Inserts lines before position {@code at}. */
    public static Edit insert(int at, List<Line> lines) {
        return Edit.of(lines.size() == 1 ? "Add line" : "Add " + lines.size() + " lines", d -> {
            var all = new ArrayList<>(d.lines());
            all.addAll(Math.clamp(at, 0, all.size()), lines);
            return d.withLines(all);
        });
    }

    public static Edit remove(Collection<String> ids) {
        var gone = Set.copyOf(ids);
        return Edit.of(gone.size() == 1 ? "Delete line" : "Delete " + gone.size() + " lines",
                d -> d.withLines(d.lines().stream().filter(l -> !gone.contains(l.id())).toList()));
    }

    /** Moves lines, in their order, before position {@code at} as counted before the move. */
    public static Edit move(Collection<String> ids, int at) {
        var moving = Set.copyOf(ids);
        return Edit.of(moving.size() == 1 ? "Move line" : "Move " + moving.size() + " lines", d -> {
            var moved = d.lines().stream().filter(l -> moving.contains(l.id())).toList();
            var order = new ArrayList<Line>();
            int place = Math.clamp(at, 0, d.lines().size());
            for (int i = 0; i <= d.lines().size(); i++) {
                if (i == place) order.addAll(moved);
                if (i < d.lines().size() && !moving.contains(d.lines().get(i).id())) order.add(d.lines().get(i));
            }
            return d.withLines(order);
        });
    }

    /**
     * Splits a line's text before a character, never inside what a reader sees as one: the first part keeps the line, the second becomes a
     * new line of the same speaker.
     */
    public static Edit split(String id, int at, String newId) {
        return Edit.of("Split line", d -> {
            int index = d.indexOf(id);
            if (index < 0) return d;
            var old = d.lines().get(index);
            int place = AllowedText.boundary(old.text(), at);
            var lines = new ArrayList<>(d.lines());
            lines.set(index, old.withText(old.text().substring(0, place)));
            lines.add(index + 1, Line.of(newId, old.speaker(), old.text().substring(place)).withTiming(new TimingRelation.After(0), 0)
                    .withDelivery(old.delivery()));
            return d.withLines(lines);
        });
    }

    /** Joins a line with the next one, whoever speaks it; the takes of the first stay, but are stale. */
    public static Edit merge(String id) {
        return Edit.of("Merge lines", d -> {
            int index = d.indexOf(id);
            if (index < 0 || index + 1 >= d.lines().size()) return d;
            var lines = new ArrayList<>(d.lines());
            var next = lines.remove(index + 1);
            var words = (lines.get(index).text() + " " + next.text()).strip();
            lines.set(index, lines.get(index).withText(words));
            return d.withLines(lines);
        });
    }

    public static Edit speaker(Collection<String> ids, int speaker) {
        return Edit.of("Change speaker", lines(ids, l -> l.withSpeaker(speaker)));
    }

    public static Edit direction(String id, String direction) {
        return Edit.joining("Direction", "direction/" + id, line(id, l -> l.withDirection(direction)));
    }

    public static Edit pause(String id, int millis) {
        return Edit.joining("Pause", "pause/" + id, line(id, l -> l.withTiming(l.relation(), millis)));
    }

    /** When the line starts; one drag is one step. */
    public static Edit relation(String id, TimingRelation relation) {
        return Edit.joining("Timing", "relation/" + id, line(id, l -> l.withTiming(relation, l.pauseMillis())));
    }

    /** Changes one field of each line's own delivery and keeps the others. */
    public static Edit adjust(Collection<String> ids, String field, UnaryOperator<Delivery> change) {
        return Edit.joining("Delivery", "delivery/" + field + "/" + ids, lines(ids, l -> l.withDelivery(change.apply(l.delivery()))));
    }

    static UnaryOperator<Document> line(String id, UnaryOperator<Line> change) {
        return d -> {
            int at = d.indexOf(id);
            if (at < 0) return d;
            var lines = new ArrayList<>(d.lines());
            lines.set(at, change.apply(lines.get(at)));
            return d.withLines(lines);
        };
    }

    static UnaryOperator<Document> lines(Collection<String> ids, UnaryOperator<Line> change) {
        var chosen = Set.copyOf(ids);
        return d -> d.withLines(d.lines().stream().map(l -> chosen.contains(l.id()) ? change.apply(l) : l).toList());
    }
}
