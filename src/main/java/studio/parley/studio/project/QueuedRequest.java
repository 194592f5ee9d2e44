package studio.parley.studio.project;

import com.google.gson.Gson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;

/**
 * A line that waits to be spoken, as {@code queue.json} in the project folder remembers it.
 *
 * @param takes how many were wanted
 * @param had ids of the takes the line had then, so that takes that arrived since are not made again
 */
record QueuedRequest(String line, int takes, List<String> had) {
    /** What {@code queue.json} holds. */
    private record Listed(int version, List<QueuedRequest> lines) {}

    private static final int VERSION = 1;
    private static final int MOST_LINES = 1_000_000;

    QueuedRequest {
        had = List.copyOf(had);
    }

    static String write(List<QueuedRequest> lines) {
        return new Gson().toJson(new Listed(VERSION, lines)) + "\n";
    }

    /** Anything that is not what {@link #write} wrote counts as nothing. */
    static List<QueuedRequest> parse(String json) {
        try {
            var listed = new Gson().fromJson(json, Listed.class);
            if (listed == null || listed.version() != VERSION || listed.lines() == null) return List.of();
            return listed.lines().stream().limit(MOST_LINES).filter(QueuedRequest::isSane).toList();
        } catch (RuntimeException | StackOverflowError damaged) {
            // Gson tells of damage in many ways; the list is a convenience, and the project itself does not depend on it.
            return List.of();
        }
    }

    private static boolean isSane(@Nullable QueuedRequest p) {
        return p != null && p.line() != null && p.takes() > 0 && p.takes() <= LineRendering.MOST_TAKES;
    }

    /**
     * What of them is still to be done in a document, each line once: without lines that are gone, locked or silent, and without
     * the takes that have arrived since.
     */
    static List<QueuedRequest> left(List<QueuedRequest> lines, Document document) {
        if (lines.isEmpty()) return List.of();
        var there = new HashMap<String, List<String>>();
        for (var l : document.lines()) {
            if (l.isSpoken() && !document.decoration(l.id()).locked()) there.put(l.id(), l.takes().stream().map(Take::id).toList());
        }
        var open = new LinkedHashMap<String, Integer>();
        var counted = new HashSet<List<String>>();
        for (var p : lines) {
            var takes = there.get(p.line());
            if (takes == null) continue;
            int todo = p.takes();
            for (var id : takes) if (todo > 0 && !p.had().contains(id) && counted.add(List.of(p.line(), id))) todo--;
            open.merge(p.line(), todo, Integer::sum);
        }
        return open.entrySet().stream().filter(e -> e.getValue() > 0)
                .map(e -> new QueuedRequest(e.getKey(), Math.min(e.getValue(), LineRendering.MOST_TAKES), there.getOrDefault(e.getKey(), List.of()))).toList();
    }
}
