package studio.parley.studio.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import studio.parley.studio.document.journal.Project;

/**
 * The lines the project folder remembers: those that wait, and those that waited when the project was last open, which are offered
 * until they are taken or no longer wanted. Belongs to the thread that owns the project.
 */
final class QueuedRequests {
    private final Project project;
    private final QueueFile file;
    private List<QueuedRequest> offered = List.of();

    QueuedRequests(Project project, QueueFile file) {
        this.project = project;
        this.file = file;
    }

    /** @param left what the file said when the project was opened */
    void offer(List<QueuedRequest> left) {
        offered = QueuedRequest.left(left, project.document());
        file.settle();
    }

    List<String> offered() {
        return offered.stream().map(QueuedRequest::line).toList();
    }

    /** How many takes of which lines were offered; from now on none are. */
    SequencedMap<String, Integer> takeOffered() {
        var takes = new LinkedHashMap<String, Integer>();
        for (var line : offered) takes.put(line.line(), line.takes());
        offered = List.of();
        return takes;
    }

    /** Remembers what waits now and what is still offered. */
    void keep(RenderBacklog backlog) {
        offered = QueuedRequest.left(offered, project.document());
        var all = new ArrayList<>(backlog.pending());
        var known = backlog.lines();
        offered.stream().filter(p -> !known.contains(p.line())).forEach(all::add);
        file.keep(all);
    }

    /** Completes, on any thread, when the project folder remembers all that was kept so far. */
    CompletableFuture<Void> kept() {
        return file.kept();
    }

    /** As {@link #kept}; nothing may be kept afterwards. */
    CompletableFuture<Void> close() {
        return file.close();
    }
}
