package studio.parley.studio.project.render;

import com.google.gson.Gson;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.model.Document;

/**
 * Requested takes of a line, as stored in {@code queue.json} in the project folder.
 *
 * @param takes the requested number
 * @param had ids of takes that do not belong to this request: those the line had then, and those of other requests since
 */
record LineRequest(String line, int takes, List<String> had) {
    /** The content of {@code queue.json}. */
    private record Listed(int version, List<LineRequest> lines) {}

    private static final int VERSION = 1;
    private static final int MOST_LINES = 1_000_000;

    LineRequest {
        had = List.copyOf(had);
    }

    LineRequest with(Collection<String> others) {
        return new LineRequest(line, takes, Stream.concat(had.stream(), others.stream()).toList());
    }

    static String write(List<LineRequest> lines) {
        return new Gson().toJson(new Listed(VERSION, lines)) + "\n";
    }

    /** Anything that is not the result of {@link #write} counts as nothing. */
    static List<LineRequest> parse(String json) {
        try {
            var listed = new Gson().fromJson(json, Listed.class);
            if (listed == null || listed.version() != VERSION || listed.lines() == null) return List.of();
            return listed.lines().stream().limit(MOST_LINES).filter(LineRequest::isSane).toList();
        } catch (RuntimeException | StackOverflowError damaged) {
            // Gson reports damage in many ways; the list is a convenience, and the project itself does not depend on it.
            return List.of();
        }
    }

    private static boolean isSane(@Nullable LineRequest p) {
        return p != null && p.line() != null && p.takes() > 0 && p.takes() <= RenderQueue.MOST_TAKES;
    }

    /**
     * What is still to be done in a document, each line once: without deleted, locked or silent lines, and without the takes that have
     * arrived since.
     */
    static List<LineRequest> left(List<LineRequest> lines, Document document) {
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
                .map(e -> new LineRequest(e.getKey(), Math.min(e.getValue(), RenderQueue.MOST_TAKES), there.getOrDefault(e.getKey(), List.of()))).toList();
    }
}
