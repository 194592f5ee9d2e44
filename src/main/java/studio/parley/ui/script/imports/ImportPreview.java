package studio.parley.ui.script.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.edit.ScriptPaste;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.EstimatedLength;
import studio.parley.studio.project.ScriptDiff;
import studio.parley.studio.project.ScriptDiff.Change;

/**
 * A script before it is imported: its lines, and what it would change in existing lines. Computed off the JavaFX thread.
 *
 * @param seconds its estimated length
 */
public record ImportPreview(ScriptPaste pasting, ScriptDiff diff, List<Entry> lines, List<Entry> changes, double seconds) {
    /** The change of a line. */
    public enum Kind { ADDED, CHANGED, MOVED, REMOVED, SAME }

    /** A line of the preview; {@code before}: its previous text, if that differs. */
    record Entry(Kind kind, String speaker, String colour, String words, String before) {}

    static ImportPreview of(Document document, ScriptPaste pasting) {
        var diff = ScriptDiff.of(document, pasting);
        var cast = pasting.cast(document);
        var names = new HashMap<Integer, Speaker>();
        for (var s : cast.speakers()) names.put(s.number(), s);
        var lines = new ArrayList<Entry>();
        for (var l : pasting.pasted().lines()) lines.add(entry(document, names, Kind.ADDED, cast.number(l.speaker()), l, ""));
        var changes = diff.changes().stream().map(c -> entry(document, names, c)).toList();
        return new ImportPreview(pasting, diff, lines, changes, EstimatedLength.millis(Document.of(pasting.pasted())) / 1000.0);
    }

    private static Entry entry(Document document, Map<Integer, Speaker> names, Change change) {
        return switch (change) {
            case Change.Added(var now) -> entry(document, names, Kind.ADDED, now.speaker(), now, "");
            case Change.Unchanged(var now) -> entry(document, names, Kind.SAME, now.speaker(), now, "");
            case Change.Moved(var now) -> entry(document, names, Kind.MOVED, now.speaker(), now, "");
            case Change.Changed(var before, var now) -> entry(document, names, Kind.CHANGED, now.speaker(), now, before.text());
            case Change.Removed(var before) -> entry(document, names, Kind.REMOVED, before.speaker(), before, "");
        };
    }

    private static Entry entry(Document document, Map<Integer, Speaker> names, Kind kind, int speaker, Line line, String before) {
        var words = (line.direction().isEmpty() ? "" : "(" + line.direction() + ") ") + line.text().replace('\n', ' ');
        return new Entry(kind, Objects.requireNonNull(names.get(speaker)).name(), document.track(speaker).colour(), words, before.equals(line.text()) ? "" : before);
    }

    public long count(Kind kind) {
        return changes.stream().filter(e -> e.kind() == kind).count();
    }

    /** Whether it looks like a newer version of the current script: at least half of its lines are matched, some word for word. */
    boolean isNewerState() {
        long wordForWord = count(Kind.SAME) + count(Kind.MOVED);
        long found = wordForWord + count(Kind.CHANGED);
        return wordForWord > 0 && 2 * found >= changes.size() - count(Kind.ADDED);
    }

    /** Without the reference clips in the script: they are imported from the script's folder afterwards. */
    static ScriptPaste withoutClips(ScriptPaste p) {
        var c = p.pasted();
        var bare = c.speakers().stream().map(s -> new Speaker(s.number(), s.name(), List.of(), s.delivery())).toList();
        return new ScriptPaste(p.form(), new Conversation(c.title(), bare, c.lines(), c.delivery()), p.notices(), p.targets(), p.suggestions());
    }
}
