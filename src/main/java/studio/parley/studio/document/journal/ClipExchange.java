package studio.parley.studio.document.journal;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.json.DocumentJsonReader;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.TakeInputs.HeardLine;

/**
 * Clips that replace others: the same audio, restored with small differences (another watermark key or another device). Takes whose context
 * contained the old one count as having used the new one.
 */
public record ClipExchange(Map<String, String> clips) {
    public ClipExchange {
        clips = Map.copyOf(clips);
    }

    boolean isEmpty() {
        return clips.isEmpty();
    }

    Document into(Document document) {
        var lines = document.lines().stream().map(this::line).toList();
        var decorations = new HashMap<String, LineSettings>();
        document.decorations().forEach((id, own) -> decorations.put(id, heard(own)));
        return document.withLines(lines).withDecorations(decorations);
    }

    private Line line(Line l) {
        if (l.takes().stream().noneMatch(t -> clips.containsKey(t.clip()))) return l;
        return l.withTakes(l.takes().stream().map(this::take).toList(), l.chosen());
    }

    private Take take(Take t) {
        return new Take(t.id(), clip(t.clip()), t.recipe(), t.samples(), t.rate(), t.checks());
    }

    private LineSettings heard(LineSettings own) {
        if (own.heard().values().stream().flatMap(h -> h.lines().stream()).noneMatch(l -> clips.containsKey(l.clip()))) return own;
        var changed = own;
        for (var e : own.heard().entrySet()) {
            var lines = e.getValue().lines().stream().map(l -> new HeardLine(l.line(), l.speaker(), l.text(), clip(l.clip()))).toList();
            changed = changed.withHeard(e.getKey(), e.getValue().withLines(lines));
        }
        return changed;
    }

    private String clip(String old) {
        return clips.getOrDefault(old, old);
    }

    JsonObject write() {
        var json = new JsonObject();
        clips.forEach(json::addProperty);
        return json;
    }

    static ClipExchange read(DocumentJsonReader json) {
        var clips = new HashMap<String, String>();
        json.each((old, by) -> clips.put(old, json.text(old)));
        return new ClipExchange(clips);
    }
}
