package studio.parley.studio.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ScriptPaste;
import studio.parley.studio.document.model.Document;

/**
 * The changes an edited script would make in a document, for review before it is applied. Lines are matched by speaker and text, then by
 * similarity and position. Pure.
 *
 * @param script the script as read, and the speakers it maps to in the document
 * @param changes in the order of the script, removed lines at their old position
 * @param title a new title, if the script has one
 */
public record ScriptDiff(ScriptPaste script, List<Change> changes, Optional<String> title) {
    /** The change of a line. {@code now} is the line as it will be; before and removed ones are those of the document. */
    public sealed interface Change {
        /** Unchanged; its direction may differ. */
        record Unchanged(Line now) implements Change {}

        /** Unchanged, at another position. */
        record Moved(Line now) implements Change {}

        /** Other text or another speaker: its takes stay and are stale. */
        record Changed(Line before, Line now) implements Change {}

        record Added(Line now) implements Change {}

        /** Missing in the script; undo restores it with all its takes. */
        record Removed(Line before) implements Change {}
    }

    public ScriptDiff {
        changes = List.copyOf(changes);
    }

    /** Compares a document with a script. */
    public static ScriptDiff of(Document document, ScriptPaste script) {
        var cast = script.cast(document);
        var wanted = script.pasted().lines().stream()
                .map(l -> l.withSpeaker(cast.number(l.speaker())).withTakes(List.of(), Optional.empty())).toList();
        var match = LineMatching.of(document.lines(), wanted);
        var changes = new ArrayList<Change>();
        var fresh = script.ids(document).iterator();
        int shown = 0;
        for (int i = 0; i < wanted.size(); i++) {
            int old = match.old(i);
            if (match.isAnchor(i)) shown = removed(document, match, shown, old, changes);
            changes.add(old < 0 ? new Change.Added(wanted.get(i).withId(fresh.next()))
                    : found(document.lines().get(old), wanted.get(i), match.isAnchor(i)));
        }
        removed(document, match, shown, document.lines().size(), changes);
        var name = script.pasted().title();
        // A project that has a title keeps it.
        var title = name.isEmpty() || !document.conversation().title().isEmpty() ? Optional.<String>empty() : Optional.of(name);
        return new ScriptDiff(script, changes, title);
    }

    private static int removed(Document document, LineMatching match, int from, int to, List<Change> changes) {
        for (int i = from; i < to; i++) if (!match.isUsed(i)) changes.add(new Change.Removed(document.lines().get(i)));
        return Math.max(from, to + 1);
    }

    /** The line keeps its timing unless it had none of its own and the script sets one. */
    private static Change found(Line old, Line script, boolean inPlace) {
        boolean untimed = old.pauseMillis() == 0 && old.relation().equals(TimingRelation.NEXT);
        var timed = untimed ? script : old;
        var now = old.withSpeaker(script.speaker()).withText(script.text()).withDirection(script.direction())
                .withTiming(timed.relation(), timed.pauseMillis());
        if (old.speaker() != now.speaker() || !old.text().equals(now.text())) return new Change.Changed(old, now);
        return inPlace ? new Change.Unchanged(now) : new Change.Moved(now);
    }

    /** Whether there are no changes. */
    public boolean isEmpty() {
        return title.isEmpty() && changes.stream().allMatch(c -> c instanceof Change.Unchanged);
    }

    /** How many changes are of a kind. */
    public long count(Class<? extends Change> kind) {
        return changes.stream().filter(kind::isInstance).count();
    }

    /** One step that changes the document to match the script, based on the document at that time. */
    public Edit edit() {
        return Edit.of("Import script", d -> of(d, script).into(d));
    }

    private Document into(Document d) {
        var lines = new ArrayList<Line>();
        for (var change : changes) {
            switch (change) {
                case Change.Unchanged(var now) -> lines.add(now);
                case Change.Moved(var now) -> lines.add(now);
                case Change.Changed(var before, var now) -> lines.add(now);
                case Change.Added(var now) -> lines.add(now);
                case Change.Removed(var before) -> { }
            }
        }
        var old = d.conversation();
        return d.with(new Conversation(title.orElse(old.title()), speakers(d, lines), lines, old.delivery()));
    }

    /**
     * New speakers have no clips yet: paths in the script are relative to its folder, see {@link ProjectImport#newVoices}. A speaker who
     * has lost the last line and is only a name is removed.
     */
    private List<Speaker> speakers(Document d, List<Line> lines) {
        var known = new HashMap<Integer, Speaker>();
        for (var s : d.conversation().speakers()) known.put(s.number(), s);
        Predicate<Speaker> stays = s -> !known.containsKey(s.number()) || !d.isBare(s) || lines.stream().anyMatch(l -> l.speaker() == s.number())
                || d.lines().stream().noneMatch(l -> l.speaker() == s.number());
        return script.cast(d).speakers().stream().filter(stays)
                .map(s -> known.getOrDefault(s.number(), new Speaker(s.number(), s.name(), List.of(), s.delivery()))).toList();
    }
}
