package studio.parley.studio.project;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.Document;

/**
 * A line that waits to be spoken, as {@code queue.json} in the project folder remembers it.
 *
 * @param takes how many were wanted
 * @param had ids of the takes the line had then, so that takes that arrived since are not made again
 */
record Pending(String line, int takes, List<String> had) {
    /** What {@code queue.json} holds. */
    private record Listed(int version, List<Pending> lines) {}

    private static final int VERSION = 1;
    private static final int MOST_LINES = 1_000_000;

    Pending {
        had = List.copyOf(had);
    }

    static String write(List<Pending> lines) {
        return new Gson().toJson(new Listed(VERSION, lines)) + "\n";
    }

    /** Anything that is not what {@link #write} wrote counts as nothing. */
    static List<Pending> parse(String json) {
        try {
            var listed = new Gson().fromJson(json, Listed.class);
            if (listed == null || listed.version() != VERSION || listed.lines() == null || listed.lines().size() > MOST_LINES) return List.of();
            return listed.lines().stream().filter(p -> p != null && p.line() != null && p.takes() > 0 && p.takes() <= LineRendering.MOST_TAKES)
                    .toList();
        } catch (JsonParseException | NullPointerException | IllegalArgumentException | StackOverflowError damaged) {
            return List.of();
        }
    }

    /** What of it is still to be done in a document; empty when the line is gone, locked, silent or has its takes. */
    Optional<Pending> left(Document document) {
        var line = document.line(line()).filter(l -> l.isSpoken() && !document.decoration(l.id()).locked());
        if (line.isEmpty()) return Optional.empty();
        var known = new HashSet<>(had);
        int arrived = (int) line.get().takes().stream().map(Take::id).filter(id -> !known.contains(id)).count();
        return arrived >= takes ? Optional.empty() : Optional.of(new Pending(line(), takes - arrived, ids(document, line())));
    }

    static List<String> ids(Document document, String line) {
        return document.line(line).stream().flatMap(l -> l.takes().stream()).map(Take::id).toList();
    }
}
