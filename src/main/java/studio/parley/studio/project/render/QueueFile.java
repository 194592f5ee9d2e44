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
 * {@code queue.json}: the lines that wait, and those that waited when the project was last open, which are offered until they are taken
 * or no longer wanted. Belongs to the thread that owns the project; the file is read and written on a thread of its own, of several
 * lists that wait to be written only the newest. What an earlier run left stays in the file until its reader has got it.
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

    /** @param trouble hears on any thread what could not be written */
    QueueFile(Project project, Consumer<Problem> trouble) {
        this.project = project;
        this.file = project.folder().root().resolve("queue.json");
        this.trouble = trouble;
    }

    /** What an earlier run left; to be called once, first. Completes on the file's thread. */
    CompletableFuture<List<LineRequest>> read() {
        return CompletableFuture.supplyAsync(() -> left = Disk.text(file).map(LineRequest::parse).orElse(List.of()), thread);
    }

    /** Offers what {@link #read} gave; from now on the lists that are kept say all. */
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

    /** Remembers what waits now and what is still offered. */
    void keep(List<LineRequest> waiting) {
        offered = LineRequest.left(offered, project.document());
        if (next.getAndSet(joined(waiting, offered)) == null && !thread.isShutdown()) thread.execute(this::write);
    }

    /** The first list and what the second says of other lines. */
    private static List<LineRequest> joined(List<LineRequest> first, List<LineRequest> second) {
        var known = first.stream().map(LineRequest::line).collect(Collectors.toSet());
        return Stream.concat(first.stream(), second.stream().filter(r -> !known.contains(r.line()))).toList();
    }

    /** Completes, on any thread, when all that was kept so far is on the disk, or could not be written. */
    CompletableFuture<Void> kept() {
        return CompletableFuture.runAsync(() -> { }, thread);
    }

    /** Any other small thing to write. */
    void run(Runnable task) {
        if (!thread.isShutdown()) thread.execute(() -> guarded(task));
    }

    private void write() {
        var waiting = next.getAndSet(null);
        if (waiting == null || project.isReadOnly()) return;
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

    /** Completes when all is written; nothing may be asked for afterwards. */
    CompletableFuture<Void> close() {
        var done = kept();
        thread.shutdown();
        return done;
    }
}
