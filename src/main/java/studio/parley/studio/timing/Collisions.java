package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Edit;
import studio.parley.studio.timing.LineTimes.Span;

/** Clips of one speaker that sound at the same time: one clip would hide the other, and nobody says two things at once. */
public final class Collisions {
    /** Both lines sound from {@code from} to {@code to} in milliseconds; {@code other} is the earlier one in the script. */
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

    /** All of them, in the order in which they are heard. */
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

    /** How long each two lines collide, in milliseconds. */
    static Map<Set<String>, Long> lengths(LineTimes times) {
        var out = new HashMap<Set<String>, Long>();
        for (var c : of(times)) out.put(Set.of(c.line(), c.other()), c.millis());
        return out;
    }

    /** Moves each of the lines that begins while its speaker still says an earlier one of the script behind that one. */
    public static Edit apart(Collection<String> lines) {
        var chosen = Set.copyOf(lines);
        return Edit.of("Move apart", d -> {
            for (var line : d.lines()) if (chosen.contains(line.id())) d = apart(d, line.id());
            return d;
        });
    }

    private static Document apart(Document d, String line) {
        var now = d;
        // Each step goes behind one more earlier line, and those do not move.
        for (var ended = behind(now, line); ended.isPresent(); ended = behind(now, line)) {
            now = ClipMoves.to(line, ended.get(), Ripple.ALL).change().apply(now);
        }
        return now;
    }

    /** When the earlier lines end that a line collides with. */
    private static Optional<Long> behind(Document d, String line) {
        var times = LineTimes.of(d);
        return of(times).stream().filter(c -> c.line().equals(line)).map(c -> times.of(c.other()).orElseThrow().end()).max(Long::compare);
    }
}
