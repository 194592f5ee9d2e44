package studio.parley.studio.document;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;

/**
 * A take that comes in from rendering: no step of the user, so it joins every state the history remembers in which its line
 * exists, and undo never loses it. The newest take sounds until another is picked.
 */
public record Arrival(String line, Take take, Optional<Hearing> heard) {
    /** The arrival with an id its line does not have yet (T1, T2, …), whatever the renderer called the take. */
    static Arrival numbered(Document document, Arrival arrival) {
        var used = document.line(arrival.line).stream().flatMap(l -> l.takes().stream()).map(Take::id).collect(Collectors.toSet());
        int number = used.size() + 1;
        while (used.contains("T" + number)) number++;
        var t = arrival.take;
        return new Arrival(arrival.line, new Take("T" + number, t.clip(), t.recipe(), t.samples(), t.rate(), t.checks()), arrival.heard);
    }

    Document into(Document document) {
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
        return new Line(old.id(), old.speaker(), old.text(), old.direction(), old.pauseMillis(), old.relation(), old.delivery(), takes, old.chosen());
    }

    JsonObject write() {
        var json = new JsonObject();
        json.addProperty("line", line);
        var made = TakeJson.write(take, "", Map.of());
        heard.ifPresent(h -> made.add("heard", TakeJson.write(h, "", Map.of())));
        json.add("take", made);
        return json;
    }

    static Arrival read(Fields json) {
        return DocumentJson.sane(() -> json.required("take", made -> new Arrival(json.text("line"), TakeJson.read(made), made.object("heard", TakeJson::hearing))));
    }
}
