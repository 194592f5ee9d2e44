package studio.parley.ui.script.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.studio.project.render.ContextBudget;

/** The context of a line as chips: references, then earlier lines, including those left out manually. No nodes. */
final class ContextItems {
    /** The state of an item. */
    enum Kind { HEARD, PINNED, NO_ROOM, UNHEARD, LEFT_OUT }

    /** One item offered to the model; a line's id, or empty for a reference. {@code seconds} if known. */
    record Thing(Optional<String> line, int speaker, int number, Kind kind, Optional<Double> seconds, String words) {}

    /** More earlier lines than these are only counted. */
    static final int MOST = 16;

    private ContextItems() {}

    /** @param budget what fits, once that is known */
    static List<Thing> of(Document document, Line line, ModelDefaults defaults, Optional<ContextBudget> budget) {
        var hearing = TakeInputsResolver.of(document, line, defaults.delivery(), defaults.model());
        var own = document.decoration(line.id()).listening();
        Map<Object, Double> seconds = new HashMap<>();
        budget.ifPresent(b -> b.heard().forEach(h -> seconds.put(key(h), h.sound())));
        var noRoom = new HashSet<Object>();
        budget.ifPresent(b -> b.dropped().forEach(h -> noRoom.add(key(h))));
        var unheard = budget.map(b -> Set.copyOf(b.unheard())).orElse(Set.of());
        var out = new ArrayList<Thing>();
        for (var r : hearing.references()) {
            out.add(new Thing(Optional.empty(), r.speaker(), 0, noRoom.contains(r.path()) ? Kind.NO_ROOM : Kind.HEARD, Optional.ofNullable(seconds.get(r.path())), r.path()));
        }
        for (var h : hearing.lines()) out.add(earlier(document, document.indexOf(h.line()), own, noRoom, unheard));
        leftOut(document, line, own, out);
        // In the order of the script: excluded lines stay in their place.
        out.sort(Comparator.comparingInt(Thing::number));
        return out;
    }

    private static Object key(ContextBudget.Heard heard) {
        return switch (heard) {
            case ContextBudget.Reference r -> r.path();
            case ContextBudget.Earlier e -> e.line();
        };
    }

    private static Thing earlier(Document document, int at, ContextSelection own, Set<Object> noRoom, Set<String> unheard) {
        var l = document.lines().get(at);
        var id = l.id();
        var kind = unheard.contains(id) ? Kind.UNHEARD : own.pinned().contains(id) ? Kind.PINNED : noRoom.contains(id) ? Kind.NO_ROOM : Kind.HEARD;
        return new Thing(Optional.of(id), l.speaker(), at + 1, kind, Optional.empty(), l.text());
    }

    private static void leftOut(Document document, Line line, ContextSelection own, List<Thing> out) {
        int here = document.indexOf(line.id());
        for (int i = 0; i < here; i++) {
            var l = document.lines().get(i);
            if (own.excluded().contains(l.id())) out.add(new Thing(Optional.of(l.id()), l.speaker(), i + 1, Kind.LEFT_OUT, Optional.empty(), l.text()));
        }
    }
}
