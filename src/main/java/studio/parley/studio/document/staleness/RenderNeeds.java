package studio.parley.studio.document.staleness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.parley.studio.document.model.Document;

/**
 * Which lines need rendering, and which are affected: ids in the order of the script. Locked lines are in neither.
 *
 * @param needed lines without a take, or red
 * @param affected amber lines: good takes whose context has changed
 */
public record RenderNeeds(List<String> needed, List<String> affected) {
    public static final RenderNeeds NONE = new RenderNeeds(List.of(), List.of());

    public RenderNeeds {
        needed = List.copyOf(needed);
        affected = List.copyOf(affected);
    }

    /** @param staleness of every line by id */
    public static RenderNeeds of(Document document, Map<String, Staleness> staleness) {
        var needed = new ArrayList<String>();
        var affected = new ArrayList<String>();
        for (var line : document.lines()) {
            if (!line.isSpoken() || document.decoration(line.id()).locked()) continue;
            switch (staleness.get(line.id())) {
                case Staleness.Missing m -> needed.add(line.id());
                case Staleness.Own o -> needed.add(line.id());
                case Staleness.Upstream u -> affected.add(line.id());
                case null, default -> { }
            }
        }
        return new RenderNeeds(needed, affected);
    }
}
