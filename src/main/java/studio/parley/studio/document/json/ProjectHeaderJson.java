package studio.parley.studio.document.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Marker;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.document.model.Pronunciation;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.Track;

/** The parts of a project that are not lines: one JSON value for each section. */
final class ProjectHeaderJson {
    private ProjectHeaderJson() {}

    static JsonObject settings(ProjectSettings own, Map<String, String> extras) {
        var json = new JsonObject();
        json.addProperty("seed", own.seed());
        own.model().ifPresent(m -> json.addProperty("model", m));
        json.addProperty("listening", own.listening().name().toLowerCase(Locale.ROOT));
        json.addProperty("watermark", own.watermark());
        JsonText.put(json, "author", own.author());
        json.addProperty("duckDb", own.duckDb());
        JsonText.put(json, "wordRetries", own.wordRetries(), 0);
        return JsonText.with(extras, "settings", json);
    }

    static ProjectSettings settings(DocumentJsonReader json) {
        var usual = ProjectSettings.FRESH;
        return new ProjectSettings(json.whole("seed").orElse(usual.seed()), json.optionalText("model"),
                json.optionalText("listening").map(LineJson::preset).orElse(usual.listening()), json.flag("watermark", usual.watermark()),
                json.text("author", ""), json.number("duckDb").orElse(usual.duckDb()), json.integer("wordRetries", 0));
    }

    static JsonObject speaker(Speaker speaker, Track track, Map<String, String> extras) {
        var json = new JsonObject();
        var place = "speakers/" + speaker.number();
        json.addProperty("number", speaker.number());
        json.addProperty("name", speaker.name());
        json.addProperty("colour", track.colour());
        JsonText.put(json, "gainDb", track.gainDb(), 0);
        JsonText.put(json, "pan", track.pan(), 0);
        JsonText.put(json, "muted", track.muted());
        JsonText.put(json, "solo", track.solo());
        LineJson.delivery(json, speaker.delivery(), place, extras);
        var references = new JsonArray();
        for (var reference : speaker.references()) {
            references.add(JsonText.with(extras, place + "/references/" + DocumentJsonReader.escaped(reference.path()),
                    reference(reference, track.reference(reference.path()))));
        }
        json.add("references", references);
        return JsonText.with(extras, place, json);
    }

    private static JsonObject reference(Reference reference, ReferenceMetadata note) {
        var json = new JsonObject();
        json.addProperty("path", reference.path());
        JsonText.put(json, "mood", note.mood());
        JsonText.put(json, "consent", note.consent());
        JsonText.put(json, "transcript", note.transcript());
        if (note.unconfirmed()) json.addProperty("unconfirmed", true);
        JsonText.put(json, "trimStartMillis", note.trimStartMillis(), 0);
        JsonText.put(json, "trimEndMillis", note.trimEndMillis(), 0);
        return json;
    }

    /** A speaker and its track. */
    record Voiced(Speaker speaker, Track track) {}

    static Voiced speaker(DocumentJsonReader json) {
        var notes = new HashMap<String, ReferenceMetadata>();
        var references = json.objects("references", "path", r -> reference(r, notes));
        var speaker = new Speaker(json.integer("number"), json.text("name"), references,
                json.object("delivery", LineJson::delivery).orElse(Delivery.INHERITED));
        var usual = Track.of(speaker.number());
        var track = new Track(json.text("colour", usual.colour()), json.number("gainDb").orElse(0.0), json.flag("muted", false),
                json.flag("solo", false), notes, json.number("pan").orElse(0.0));
        return new Voiced(speaker, track);
    }

    private static Reference reference(DocumentJsonReader json, Map<String, ReferenceMetadata> notes) {
        var reference = new Reference(json.text("path"));
        var note = new ReferenceMetadata(json.text("mood", ""), json.text("consent", ""), json.text("transcript", ""), json.flag("unconfirmed", false),
                json.integer("trimStartMillis", 0), json.integer("trimEndMillis", 0));
        if (!note.equals(ReferenceMetadata.NONE)) notes.put(reference.path(), note);
        return reference;
    }

    static JsonObject marker(Marker marker, Map<String, String> extras) {
        var json = new JsonObject();
        json.addProperty("id", marker.id());
        json.addProperty("millis", marker.millis());
        json.addProperty("label", marker.label());
        return JsonText.with(extras, "markers/" + DocumentJsonReader.escaped(marker.id()), json);
    }

    static Marker marker(DocumentJsonReader json) {
        return new Marker(json.text("id"), json.integer("millis"), json.text("label", ""));
    }

    static JsonObject pronunciation(Pronunciation word, Map<String, String> extras) {
        var json = new JsonObject();
        json.addProperty("written", word.written());
        json.addProperty("spoken", word.spoken());
        return JsonText.with(extras, "pronunciations/" + DocumentJsonReader.escaped(word.written()), json);
    }

    static Pronunciation pronunciation(DocumentJsonReader json) {
        return new Pronunciation(json.text("written"), json.text("spoken"));
    }
}
