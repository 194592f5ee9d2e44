package studio.parley.studio.project.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.Project;

/**
 * {@code queue.json}: the queued lines, and those that were queued when the project was last open, which are offered until they are queued
 * again or dismissed. Belongs to the thread that owns the project; the file is read and written on a separate thread, and of several
 * pending lists only the newest is written. The list of an earlier run stays in the file until it has been read.
 */
final class QueueFile {
    private final Project project;
    private final Path file;
    private final Consumer<Problem> trouble;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("queue file").daemon().factory());
    private final AtomicReference<@Nullable List<LineRequest>> next = new AtomicReference<>();
    private volatile boolean settled;
    private List<LineRequest> left = List.of();
    private List<LineRequest> offered = List.of();

    /** @param trouble receives write errors, on any thread */
    QueueFile(Project project, Consumer<Problem> trouble) {
        this.project = project;
        this.file = project.folder().root().resolve("queue.json");
        this.trouble = trouble;
    }

    /** The list of an earlier run; to be called once, first. Completes on the file's thread. */
    CompletableFuture<List<LineRequest>> read() {
        return CompletableFuture.supplyAsync(() -> left = Disk.text(file).map(LineRequest::parse).orElse(List.of()), thread);
    }

    /** Offers the result of {@link #read}; from now on the stored lists are complete. */
    void offer(List<LineRequest> read) {
        offered = LineRequest.left(read, project.document());
        settled = true;
    }

    List<String> offered() {
        return offered.stream().map(LineRequest::line).toList();
    }

    /** How many takes of which lines were offered; from now on none are. */
    SequencedMap<String, Integer> takeOffered() {
        var takes = new LinkedHashMap<String, Integer>();
        for (var request : offered) takes.put(request.line(), request.takes());
        offered = List.of();
        return takes;
    }

    /** Stores what is queued now and what is still offered. */
    void keep(List<LineRequest> waiting) {
        offered = LineRequest.left(offered, project.document());
        if (next.getAndSet(joined(waiting, offered)) == null && !thread.isShutdown()) thread.execute(this::write);
    }

    /** The first list and what the second says about other lines. */
    private static List<LineRequest> joined(List<LineRequest> first, List<LineRequest> second) {
        if (second.isEmpty()) return first;
        var known = first.stream().map(LineRequest::line).collect(Collectors.toSet());
        return Stream.concat(first.stream(), second.stream().filter(r -> !known.contains(r.line()))).toList();
    }

    /** Completes, on any thread, when everything so far is on disk, or could not be written. */
    CompletableFuture<Void> kept() {
        return CompletableFuture.runAsync(() -> { }, thread);
    }

    /** Any other small file to write. */
    void run(Runnable task) {
        if (!thread.isShutdown()) thread.execute(() -> guarded(task));
    }

    private void write() {
        var waiting = next.getAndSet(null);
        if (waiting == null || !project.isKept()) return;
        var all = settled ? waiting : joined(waiting, left);
        guarded(() -> {
            if (all.isEmpty()) remove();
            else Disk.write(file, LineRequest.write(all));
        });
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (java.io.IOException e) {
            throw IoProblem.of("remove", file, e);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Problem p) {
            trouble.accept(p);
        }
    }

    /** Completes when everything is written; nothing may be requested afterwards. */
    CompletableFuture<Void> close() {
        var done = kept();
        thread.shutdown();
        return done;
    }
}
