package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.timing.LineTimes.Span;

/** Clips of one speaker that play at the same time: one would hide the other, and nobody says two things at once. */
public final class Collisions {
    /** Both lines play from {@code from} to {@code to} in milliseconds; {@code other} is the earlier one in the script. */
    public record Collision(String line, String other, int speaker, long from, long to) {
        public long millis() {
            return to - from;
        }

        /** Whether a line is one of the two. */
        public boolean has(String id) {
            return line.equals(id) || other.equals(id);
        }
    }

    private Collisions() {}

    /** All of them, in order of time. */
    public static List<Collision> of(LineTimes times) {
        var heard = times.spans().stream().filter(Span::isHeard).sorted(Comparator.comparingLong(Span::start)).toList();
        var speaking = new HashMap<Integer, List<Span>>();
        var out = new ArrayList<Collision>();
        for (var span : heard) {
            var before = speaking.computeIfAbsent(span.speaker(), s -> new ArrayList<>());
            before.removeIf(s -> s.end() <= span.start());
            for (var s : before) out.add(collision(s, span));
            before.add(span);
        }
        return List.copyOf(out);
    }

    private static Collision collision(Span a, Span b) {
        var later = a.index() > b.index() ? a : b;
        var earlier = later == a ? b : a;
        return new Collision(later.line(), earlier.line(), a.speaker(), Math.max(a.start(), b.start()), Math.min(a.end(), b.end()));
    }

    /** How long each pair of lines collides, in milliseconds. */
    static Map<Set<String>, Long> lengths(LineTimes times) {
        var out = new HashMap<Set<String>, Long>();
        for (var c : of(times)) out.put(Set.of(c.line(), c.other()), c.millis());
        return out;
    }

    /**
     * Moves each of the lines after the earlier ones of the script with which it collides; later lines move along, and lines that would
     * then collide for the first time are moved in turn.
     */
    public static Edit apart(Collection<String> lines) {
        var chosen = Set.copyOf(lines);
        return Edit.of("Move apart", d -> {
            var before = lengths(LineTimes.of(d)).keySet();
            var placed = new HashMap<Integer, List<Span>>();
            return RelationSolver.of(d, (line, start, length) -> {
                if (length == 0) return start;
                var earlier = placed.computeIfAbsent(line.speaker(), s -> new ArrayList<>());
                boolean isMoved = chosen.contains(line.id())
                        || during(earlier, start, length).anyMatch(s -> !before.contains(Set.of(line.id(), s.line())));
                long at = isMoved ? behind(earlier, start, length) : start;
                earlier.add(new Span(line.id(), 0, line.speaker(), at, at + length));
                return at;
            });
        });
    }

    private static long behind(List<Span> earlier, long start, long length) {
        // Each step resolves at least one more collision.
        for (var end = end(earlier, start, length); end.isPresent(); end = end(earlier, start, length)) start = end.getAsLong();
        return start;
    }

    private static OptionalLong end(List<Span> spans, long start, long length) {
        return during(spans, start, length).mapToLong(Span::end).max();
    }

    private static Stream<Span> during(List<Span> spans, long start, long length) {
        return spans.stream().filter(s -> s.start() < start + length && s.end() > start);
    }
}
