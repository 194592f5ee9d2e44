package studio.parley.dialogue;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/** Immutable lines with unique ids, and an index of their positions. */
final class UniqueLines extends AbstractList<Line> implements RandomAccess {
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
