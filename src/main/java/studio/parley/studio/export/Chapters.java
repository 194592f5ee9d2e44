package studio.parley.studio.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.parley.audio.codec.AudioTags;
import studio.parley.io.StrictJson;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Marker;

/** Markers as chapters: in the audio files and as Podcasting 2.0 JSON (JSON chapters 1.2.0). */
final class Chapters {
    private static final String BEGINNING = "Beginning";

    private Chapters() {}

    /**
     * From each marker within the audio to the next. The first begins at 0, as players expect, with a chapter of its own if there is no
     * marker; none without markers.
     */
    static List<AudioTags.Chapter> of(Document document, Arrangement arrangement) {
        long end = Math.round(1000 * arrangement.seconds(arrangement.length()));
        var marks = new ArrayList<>(document.markers().stream().filter(m -> m.millis() < end).sorted(Comparator.comparingInt(Marker::millis)).toList());
        if (!marks.isEmpty() && marks.getFirst().millis() > 0) marks.addFirst(new Marker("beginning", 0, beginning(document)));
        var chapters = new ArrayList<AudioTags.Chapter>();
        for (int i = 0; i < marks.size(); i++) {
            long to = i + 1 < marks.size() ? marks.get(i + 1).millis() : end;
            var label = marks.get(i).label().strip();
            chapters.add(new AudioTags.Chapter(marks.get(i).millis(), to, label.isEmpty() ? "Chapter " + (i + 1) : label));
        }
        return chapters;
    }

    private static String beginning(Document document) {
        var title = document.conversation().title().strip();
        return title.isEmpty() ? BEGINNING : title;
    }

    static String json(String title, List<AudioTags.Chapter> chapters) {
        var list = new JsonArray();
        for (var c : chapters) {
            var chapter = new JsonObject();
            chapter.addProperty("startTime", c.fromMillis() / 1000.0);
            chapter.addProperty("title", c.label());
            list.add(chapter);
        }
        var root = new JsonObject();
        root.addProperty("version", "1.2.0");
        if (!title.isEmpty()) root.addProperty("title", title);
        root.add("chapters", list);
        return StrictJson.pretty(root);
    }
}
