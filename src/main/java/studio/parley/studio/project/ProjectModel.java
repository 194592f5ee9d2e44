package studio.parley.studio.project;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;

/**
 * The model of a project: the chosen one, else the one of its takes. Newer models do not change it. Models are identified as in take
 * inputs, by name and hash ({@code csm-1b 1a2b3c4d}). Pure.
 */
public final class ProjectModel {
    private ProjectModel() {}

    /** The model to look for; empty: the project has no model yet and uses the installation's. */
    public static Optional<String> wanted(Document document) {
        return document.settings().model().or(() -> ofTakes(document));
    }

    /** The model of most takes in use. */
    static Optional<String> ofTakes(Document document) {
        var counts = new TreeMap<String, Integer>();
        document.lines().stream().flatMap(l -> made(document, l)).map(TakeInputs::model).filter(m -> !m.isBlank()).forEach(m -> counts.merge(m, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue(Comparator.naturalOrder())).map(Map.Entry::getKey);
    }

    /** How many lines would be out of date with a model. */
    public static long outOfDate(Document document, String model) {
        return document.lines().stream().flatMap(l -> made(document, l)).filter(h -> !h.model().equals(model)).count();
    }

    /** What a model was given for the take in use; nothing for a recording. */
    private static Stream<TakeInputs> made(Document document, Line line) {
        if (!line.isSpoken()) return Stream.empty();
        return line.sounding().map(t -> document.decoration(line.id()).heard().get(t.id())).filter(m -> !m.isRecorded()).stream();
    }
}
