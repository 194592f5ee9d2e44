package studio.parley.studio.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import studio.parley.io.StrictJson;

/** The times of words for other programs. Seconds from the start of the conversation. */
final class WordTable {
    private WordTable() {}

    /** A row for each word. */
    static String csv(List<Cue> cues) {
        var rows = new StringBuilder("number,speaker,word,start_time,end_time\r\n");
        for (var cue : cues) {
            for (var word : cue.words()) {
                CsvExport.row(rows, List.of("" + cue.number(), cue.speaker(), word.text(), seconds(word.from()), seconds(word.to())));
            }
        }
        return rows.toString();
    }

    /** All lines with their words; {@code words} is empty where their times are not known. */
    static String json(String title, List<Cue> cues) {
        var lines = new JsonArray();
        for (var cue : cues) {
            var line = new JsonObject();
            line.addProperty("number", cue.number());
            line.addProperty("speaker", cue.speaker());
            line.addProperty("text", cue.text());
            times(line, cue.from(), cue.to());
            var words = new JsonArray();
            for (var word : cue.words()) {
                var json = new JsonObject();
                json.addProperty("text", word.text());
                times(json, word.from(), word.to());
                words.add(json);
            }
            line.add("words", words);
            lines.add(line);
        }
        var root = new JsonObject();
        root.addProperty("title", title);
        root.add("lines", lines);
        return StrictJson.pretty(root);
    }

    private static void times(JsonObject json, long from, long to) {
        json.addProperty("from", from / 1000.0);
        json.addProperty("to", to / 1000.0);
    }

    private static String seconds(long millis) {
        return Subtitles.seconds(millis / 1000.0, 3);
    }
}
