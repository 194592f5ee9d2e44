package studio.parley.studio.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.parley.dialogue.Line;
import studio.parley.render.RenderJob;

/** What was asked for and is not done, in the order of work: the running one first, failed ones last. Belongs to the thread that owns the project. */
final class RenderBacklog {
    private final List<LineRequest> all = new ArrayList<>();
    /** Done, but the takes are not safe on the disk yet. */
    private final List<LineRequest> unsafe = new ArrayList<>();
    private Optional<String> followed = Optional.empty();

    List<LineRequest> list() {
        return List.copyOf(all);
    }

    List<LineRequest> of(String line) {
        return of(Set.of(line));
    }

    List<LineRequest> of(Set<String> lines) {
        return all.stream().filter(w -> lines.contains(w.line)).toList();
    }

    Set<String> lines() {
        return all.stream().map(w -> w.line).collect(Collectors.toSet());
    }

    Optional<LineRequest> of(RenderBatch job) {
        return all.stream().filter(w -> w.job == job).findFirst();
    }

    /** Those that wait or have failed, by line. */
    Map<String, LineRequest> open() {
        var out = new HashMap<String, LineRequest>();
        for (var request : all) if (request.isWaiting() || request.hasFailed()) out.put(request.line, request);
        return out;
    }

    void clear() {
        all.clear();
    }

    boolean isBusy() {
        return all.stream().anyMatch(w -> !w.hasFailed());
    }

    void add(LineRequest request) {
        all.add(request);
    }

    void remove(LineRequest request) {
        all.remove(request);
    }

    void removeAll(Collection<LineRequest> gone) {
        all.removeAll(Set.copyOf(gone));
    }

    /** Takes a request that is fulfilled out, but goes on remembering it until {@link #safe}. */
    void done(LineRequest request) {
        all.remove(request);
        unsafe.add(request);
    }

    void safe(LineRequest request) {
        unsafe.remove(request);
    }

    /** An order by hand; ends following. */
    void reorder(List<String> lines) {
        followed = Optional.empty();
        var places = new HashMap<String, Integer>();
        for (var id : lines) places.putIfAbsent(id, places.size());
        sort(places, lines.size());
    }

    /** From a line on, round the end of the script; false when that is so already. */
    boolean follow(String line) {
        if (followed.equals(Optional.of(line))) return false;
        followed = Optional.of(line);
        return true;
    }

    /** Brings all into the followed order, if one is followed. */
    void settle(List<Line> lines) {
        if (followed.isEmpty()) {
            sort(Map.of(), 0);
            return;
        }
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < lines.size(); i++) places.put(lines.get(i).id(), i);
        int from = places.getOrDefault(followed.get(), 0);
        places.replaceAll((id, i) -> Math.floorMod(i - from, lines.size()));
        sort(places, lines.size());
    }

    private void sort(Map<String, Integer> places, int last) {
        all.sort(Comparator.comparingInt((LineRequest w) -> w.isRunning() ? 0 : w.hasFailed() ? 2 : 1)
                .thenComparingInt(w -> places.getOrDefault(w.line, last)));
    }

    /** The same order for the queue's jobs. */
    Comparator<RenderJob> order() {
        var places = new HashMap<RenderJob, Integer>();
        for (var request : all) if (request.queued != null) places.put(request.queued, places.size());
        return Comparator.comparingInt(job -> places.getOrDefault(job, places.size()));
    }

    /** What the project folder is to remember: failed ones too, for they are still wanted. */
    List<QueuedRequest> pending() {
        var out = new ArrayList<QueuedRequest>();
        unsafe.forEach(w -> out.add(w.pending()));
        all.forEach(w -> out.add(w.pending()));
        return out;
    }
}
