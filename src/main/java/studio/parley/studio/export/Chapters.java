package studio.parley.studio.export;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Comparator;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Marker;

/** Markers as Podcasting 2.0 chapters (JSON chapters 1.2.0). */
public final class Chapters {
    private Chapters() {}

    public static String json(Document document) {
        var chapters = new JsonArray();
        document.markers().stream().sorted(Comparator.comparingInt(Marker::millis)).forEach(m -> {
            var chapter = new JsonObject();
            chapter.addProperty("startTime", m.millis() / 1000.0);
            chapter.addProperty("title", m.label());
            chapters.add(chapter);
        });
        var root = new JsonObject();
        root.addProperty("version", "1.2.0");
        if (!document.conversation().title().isEmpty()) root.addProperty("title", document.conversation().title());
        root.add("chapters", chapters);
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n";
    }
}
