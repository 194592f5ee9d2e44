package studio.parley.studio.document.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.DocumentLimits;
import studio.parley.studio.document.model.Marker;

/** Edits of markers. An edit with an unknown marker id does nothing. */
public final class MarkerEdits {
    private MarkerEdits() {}

    /** An id no marker of the document has. */
    public static String freshId(Document document) {
        var used = document.markers().stream().map(Marker::id).collect(Collectors.toSet());
        int number = used.size() + 1;
        while (used.contains("M" + number)) number++;
        return "M" + number;
    }

    /** Adds a marker at a time in milliseconds; an id that is already used does nothing. */
    public static Edit add(String id, long millis, String label) {
        return Edit.of("Add marker", d -> {
            if (d.markers().stream().anyMatch(m -> m.id().equals(id))) return d;
            var all = new ArrayList<>(d.markers());
            all.add(new Marker(id, at(millis), label));
            return d.withMarkers(all);
        });
    }

    /** Moves a marker; consecutive small steps become one. */
    public static Edit move(String id, long millis) {
        return Edit.joining("Move marker", "marker/move/" + id, marker(id, m -> new Marker(id, at(millis), m.label())));
    }

    public static Edit rename(String id, String label) {
        return Edit.joining("Rename marker", "marker/label/" + id, marker(id, m -> new Marker(id, m.millis(), label)));
    }

    public static Edit remove(Collection<String> ids) {
        var gone = Set.copyOf(ids);
        return Edit.of(gone.size() == 1 ? "Delete marker" : "Delete " + gone.size() + " markers",
                d -> d.withMarkers(d.markers().stream().filter(m -> !gone.contains(m.id())).toList()));
    }

    private static UnaryOperator<Document> marker(String id, UnaryOperator<Marker> change) {
        return d -> d.withMarkers(d.markers().stream().map(m -> m.id().equals(id) ? change.apply(m) : m).toList());
    }

    private static int at(long millis) {
        return Math.clamp(millis, 0, DocumentLimits.LONGEST);
    }
}
