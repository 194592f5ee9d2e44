package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.model.Document;

/** Deletes clips from the timeline, which deletes their lines. */
public final class ClipDeletes {
    private ClipDeletes() {}

    /** {@code OFF} leaves a gap, {@code TRACK} closes it on the speaker's track, {@code ALL} on all. */
    public static Edit delete(Collection<String> lines, Ripple ripple) {
        var gone = Set.copyOf(lines);
        return Edit.of(gone.size() == 1 ? "Delete clip" : "Delete " + gone.size() + " clips", d -> deleted(d, gone, ripple));
    }

    private static Document deleted(Document d, Set<String> gone, Ripple ripple) {
        if (ripple == Ripple.ALL) return d.withLines(closed(d, gone));
        var times = LineTimes.of(d);
        var wanted = RipplePolicy.of(d, times, gone, ripple, kept -> -times.spans().stream()
                .filter(s -> gone.contains(s.line()) && s.speaker() == kept.speaker() && s.start() <= kept.start()).mapToLong(s ->
                        s.length()).sum());
        return RelationSolver.of(d.withLines(d.lines().stream().filter(l -> !gone.contains(l.id())).toList()), wanted);
    }

    /** A line that overlapped a deleted line starts where that line would have started. */
    private static java.util.List<Line> closed(Document d, Set<String> gone) {
        var lines = new ArrayList<Line>();
        @Nullable Line heir = null;
        for (var line : d.lines()) {
            if (gone.contains(line.id())) {
                if (heir == null) heir = line;
                continue;
            }
            boolean leans = line.relation() instanceof TimingRelation.Overlap || line.relation() instanceof TimingRelation.Together;
            lines.add(heir != null && leans ? RelationSolver.timed(line, heir.relation(), heir.pauseMillis()) : line);
            heir = null;
        }
        return lines;
    }
}
