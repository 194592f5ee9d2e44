package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.RenderNeeds;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.project.ModelDefaults;

/** Which lines depend on others: what a change will make stale, to be shown before, and rendered with it. */
public final class DependentLines {
    private DependentLines() {}

    /**
     * The given lines and all whose takes used one of them as context, directly or through others: in the order of the script, in which
     * rendering each once leaves none stale. Locked lines stay, and so do lines that depend only on them.
     */
    public static List<String> with(Document document, Collection<String> lines) {
        var given = new HashSet<>(lines);
        var all = new HashSet<String>();
        var out = new ArrayList<String>();
        for (var line : document.lines()) {
            boolean wanted = line.isSpoken() && (given.contains(line.id()) || heardAny(document, line, all));
            if (!wanted || document.decoration(line.id()).locked()) continue;
            all.add(line.id());
            out.add(line.id());
        }
        return List.copyOf(out);
    }

    /** Everything that rendering would do, and all lines whose context has changed or will have changed by then. */
    public static List<String> with(Document document, RenderNeeds needs) {
        return with(document, Stream.concat(needs.needed().stream(), needs.affected().stream()).toList());
    }

    /** What rendering would do; a take without its audio file counts as missing. Checks files. */
    public static RenderNeeds needs(Project project, ModelDefaults defaults) {
        var document = project.document();
        var lost = document.lines().stream().flatMap(l -> l.sounding().stream()).map(Take::clip).filter(c -> !project.clipStore().isWhole(c)).collect(Collectors.toSet());
        return RenderNeeds.of(document, Staleness.of(document, defaults.delivery(), defaults.model(), lost));
    }

    private static boolean heardAny(Document document, Line line, Collection<String> lines) {
        var made = line.sounding().map(t -> document.decoration(line.id()).heard().get(t.id()));
        return made.isPresent() && made.get().lines().stream().anyMatch(h -> lines.contains(h.line()));
    }
}
