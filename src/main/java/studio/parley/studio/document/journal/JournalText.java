package studio.parley.studio.document.journal;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import studio.parley.io.StrictJson;
import studio.parley.studio.document.edit.History;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.json.DocumentJsonReader;
import studio.parley.studio.document.json.JsonText;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Selection;

/**
 * The format of the journal: one entry per line, {@code CRC32 JSON}. First {@code base} (the whole document as last saved, and the hash of
 * the corresponding project file), then {@code past} and {@code future} steps of the history, each a patch from the state nearer to the
 * current one, nearest first; then the changes since: {@code edit}, {@code undo}, {@code redo}, {@code arrival}, {@code clips}.
 */
public final class JournalText {
    private JournalText() {}

    public static byte[] line(JsonObject entry) {
        return line(StrictJson.compact(entry).getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] line(byte[] json) {
        var head = (HexFormat.of().toHexDigits((int) crc(json, 0, json.length)) + " ").getBytes(StandardCharsets.US_ASCII);
        var out = new byte[head.length + json.length + 1];
        System.arraycopy(head, 0, out, 0, head.length);
        System.arraycopy(json, 0, out, head.length, json.length);
        out[out.length - 1] = '\n';
        return out;
    }

    /** The text of the entry from {@code from} to before {@code to}, or nothing if its checksum is wrong. */
    static Optional<String> entry(byte[] bytes, int from, int to) {
        if (to - from < 10 || bytes[from + 8] != ' ') return Optional.empty();
        try {
            int sum = HexFormat.fromHexDigits(new String(bytes, from, 8, StandardCharsets.US_ASCII));
            if (sum != (int) crc(bytes, from + 9, to - from - 9)) return Optional.empty();
            return Optional.of(new String(bytes, from + 9, to - from - 9, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long crc(byte[] bytes, int from, int count) {
        var crc = new CRC32();
        crc.update(bytes, from, count);
        return crc.getValue();
    }

    static JsonObject entry(String kind, JsonObject body) {
        var json = new JsonObject();
        json.add(kind, body);
        return json;
    }

    static JsonObject base(Document document, Selection selection, String saved, String previous) {
        var body = new JsonObject();
        body.addProperty(DocumentJson.VERSION_KEY, DocumentJson.VERSION);
        body.addProperty("saved", saved);
        body.addProperty("previous", previous);
        body.add("selection", selection(selection));
        body.add("document", DocumentJson.write(document));
        return entry("base", body);
    }

    static JsonObject step(String label, Selection selection, boolean joined, Document from, Document to) {
        var body = new JsonObject();
        body.addProperty("label", label);
        body.add("selection", selection(selection));
        JsonText.put(body, "joined", joined);
        body.add("patch", DocumentDiff.between(from, to));
        return body;
    }

    /** Steps that lead away from the current state, nearest first. */
    static List<JsonObject> steps(String kind, Document now, List<History.Step> steps) {
        var out = new ArrayList<JsonObject>();
        for (var step : steps) {
            out.add(entry(kind, step(step.label(), step.selection(), false, now, step.document())));
            now = step.document();
        }
        return out;
    }

    static JsonObject selection(Selection selection) {
        var json = new JsonObject();
        json.add("lines", JsonText.texts(selection.lines()));
        selection.focus().ifPresent(f -> json.addProperty("focus", f));
        return json;
    }

    static Selection selection(DocumentJsonReader json) {
        return new Selection(json.texts("lines"), json.optionalText("focus"));
    }
}
