package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ScriptEdits;
import studio.parley.studio.document.model.Document;

/** Duplicates clips. */
public final class ClipCopies {
    private ClipCopies() {}

    /** Repeats each line directly after itself, with its takes, gain, fades and trim. */
    public static Edit duplicate(Collection<String> lines) {
        var chosen = Set.copyOf(lines);
        return Edit.of(chosen.size() == 1 ? "Duplicate clip" : "Duplicate " + chosen.size() + " clips", d -> duplicated(d, chosen));
    }

    private static Document duplicated(Document d, Set<String> chosen) {
        var ids = ScriptEdits.freshIds(d, chosen.size()).iterator();
        var lines = new ArrayList<Line>();
        var decorations = new HashMap<>(d.decorations());
        for (var line : d.lines()) {
            lines.add(line);
            if (!chosen.contains(line.id())) continue;
            var copy = line.withId(ids.next()).withTiming(TimingRelation.NEXT, 0);
            lines.add(copy);
            decorations.put(copy.id(), d.decoration(line.id()));
        }
        return d.withLines(lines).withDecorations(decorations);
    }

    /** Ids that are in {@code after} and were not in {@code before}: the copies, to be selected. */
    public static Collection<String> added(Document before, Document after) {
        var known = new HashSet<String>();
        before.lines().forEach(l -> known.add(l.id()));
        return after.lines().stream().map(Line::id).filter(id -> !known.contains(id)).toList();
    }
}
