package studio.parley.studio.document.journal;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.edit.History;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.json.DocumentJsonReader;
import studio.parley.studio.document.json.TakeJson;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.TakeInputs;

/**
 * A new take from rendering: not a step of the user, so it is added to every remembered state that contains its line, and undo never loses
 * it. The newest take is used until another is chosen.
 */
public record TakeAdded(String line, Take take, Optional<TakeInputs> heard) {
    /**
     * Gives the take the number after the highest its line has in any remembered state, whatever the renderer called it: no take gets the
     * number of a deleted one, which undo may restore.
     */
    public static TakeAdded numbered(History history, TakeAdded arrival) {
        var states = Stream.concat(Stream.of(history.now()), Stream.of(history.past(), history.future()).flatMap(List::stream).map(History.Step::document));
        int highest = states.flatMap(d -> d.line(arrival.line).stream()).distinct().flatMap(l -> l.takes().stream()).mapToInt(TakeAdded::number).max().orElse(0);
        var t = arrival.take;
        return new TakeAdded(arrival.line, new Take("T" + (highest + 1), t.clip(), t.recipe(), t.samples(), t.rate(), t.checks()), arrival.heard);
    }

    /** 0 for an id without a number in Parley's format. */
    private static int number(Take take) {
        return take.id().matches("T[0-9]{1,8}") ? Integer.parseInt(take.number()) : 0;
    }

    public Document into(Document document) {
        int index = document.indexOf(line);
        if (index < 0 || document.lines().get(index).takes().stream().anyMatch(t -> t.id().equals(take.id()))) return document;
        var lines = new ArrayList<>(document.lines());
        lines.set(index, added(lines.get(index)));
        var next = document.withLines(lines);
        return heard.isEmpty() ? next : next.with(line, next.decoration(line).withHeard(take.id(), heard.get()));
    }

    private Line added(Line old) {
        var takes = new ArrayList<>(old.takes());
        takes.add(take);
        return old.withTakes(takes, old.chosen());
    }

    JsonObject write() {
        var json = new JsonObject();
        json.addProperty("line", line);
        var made = TakeJson.write(take, "", Map.of());
        heard.ifPresent(h -> made.add("heard", TakeJson.write(h, "", Map.of())));
        json.add("take", made);
        return json;
    }

    static TakeAdded read(DocumentJsonReader json) {
        return DocumentJson.sane(() -> json.required("take", made -> new TakeAdded(json.text("line"), TakeJson.read(made), made.object("heard", TakeJson::hearing))));
    }
}
