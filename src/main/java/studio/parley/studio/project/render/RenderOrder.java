package studio.parley.studio.project.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.parley.dialogue.Line;

/**
 * The unfinished requests, in the order of work: the running one first, failed ones last, queued ones in the order of the requests, as
 * moved manually, or in the order of the playhead. Belongs to the thread that owns the project.
 */
final class RenderOrder {
    private final List<RenderJob> all = new ArrayList<>();
    /** Done, but the takes are not safe on disk yet. */
    private final List<RenderJob> unsafe = new ArrayList<>();
    private Optional<String> followed = Optional.empty();

    List<RenderJob> list() {
        return List.copyOf(all);
    }

    List<RenderJob> of(Set<String> lines) {
        return all.stream().filter(j -> lines.contains(j.line())).toList();
    }

    boolean contains(RenderJob job) {
        return all.contains(job);
    }

    /** Queued or failed jobs, by line. */
    Map<String, RenderJob> open() {
        return all.stream().filter(j -> j.status().isWaiting() || j.status().hasFailed()).collect(Collectors.toMap(RenderJob::line, j -> j, (a, b) -> b, HashMap::new));
    }

    /** Queued jobs, in the order of work. */
    List<RenderJob> waiting() {
        return all.stream().filter(j -> j.status().isWaiting()).toList();
    }

    /** Whether there are jobs that have not failed. */
    boolean isBusy() {
        return all.stream().anyMatch(j -> !j.status().hasFailed());
    }

    void add(RenderJob job) {
        all.add(job);
    }

    void remove(Collection<RenderJob> gone) {
        all.removeAll(Set.copyOf(gone));
    }

    /** Removes finished jobs, but remembers them until {@link #safe}. */
    void done(RenderJob job) {
        all.remove(job);
        unsafe.add(job);
    }

    void safe(RenderJob job) {
        unsafe.remove(job);
    }

    /** A manual order; ends following. */
    void reorder(List<String> lines) {
        followed = Optional.empty();
        var places = new HashMap<String, Integer>();
        for (var id : lines) places.putIfAbsent(id, places.size());
        sort(places);
    }

    /** From a line on, wrapping at the end of the script; false if nothing changes. */
    boolean follow(String line) {
        if (followed.equals(Optional.of(line))) return false;
        followed = Optional.of(line);
        return true;
    }

    /** Sorts all into the order of the playhead, if that is followed; to be called when the state of a job or the script has changed. */
    void settle(List<Line> lines) {
        var places = new HashMap<String, Integer>();
        followed.ifPresent(line -> {
            for (int i = 0; i < lines.size(); i++) places.put(lines.get(i).id(), i);
            int from = places.getOrDefault(line, 0);
            places.replaceAll((id, i) -> Math.floorMod(i - from, lines.size()));
        });
        sort(places);
    }

    private void sort(Map<String, Integer> places) {
        all.sort(Comparator.comparingInt((RenderJob j) -> j.status().isRunning() ? 0 : j.status().hasFailed() ? 2 : 1)
                .thenComparingInt(j -> places.getOrDefault(j.line(), Integer.MAX_VALUE)));
    }

    /** What the project folder remembers: failed ones too, because they are still requested. */
    List<LineRequest> requests() {
        return Stream.concat(unsafe.stream(), all.stream()).map(RenderJob::request).toList();
    }
}
