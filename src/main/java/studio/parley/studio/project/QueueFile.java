package studio.parley.studio.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.ProjectFolder;

/**
 * {@code queue.json}: lines that wait, on the disk, read and written on a thread of its own; of several lists that wait to be
 * written only the newest is. What an earlier run left stays in it until its reader has got it.
 */
final class QueueFile {
    private final Path file;
    private final boolean writes;
    private final Consumer<Problem> trouble;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("queue file").daemon().factory());
    private final AtomicReference<@Nullable List<QueuedRequest>> next = new AtomicReference<>();
    private volatile boolean settled;
    private List<QueuedRequest> left = List.of();

    /** @param writes whether the folder may be written to; else nothing is remembered */
    QueueFile(ProjectFolder folder, boolean writes, Consumer<Problem> trouble) {
        this.writes = writes;
        this.file = folder.root().resolve("queue.json");
        this.trouble = trouble;
    }

    /** What an earlier run left; to be called once, first. */
    CompletableFuture<List<QueuedRequest>> read() {
        return CompletableFuture.supplyAsync(() -> left = Disk.text(file).map(QueuedRequest::parse).orElse(List.of()), thread);
    }

    /** From now on lists that are given say all, also what an earlier run left. */
    void settle() {
        settled = true;
    }

    void keep(List<QueuedRequest> lines) {
        if (next.getAndSet(List.copyOf(lines)) == null && !thread.isShutdown()) thread.execute(this::write);
    }

    /** Completes when all lists given so far are on the disk, or could not be written. */
    CompletableFuture<Void> kept() {
        return CompletableFuture.runAsync(() -> { }, thread);
    }

    /** Any other small thing to write. */
    void run(Runnable task) {
        if (!thread.isShutdown()) thread.execute(() -> guarded(task));
    }

    private void write() {
        var lines = next.getAndSet(null);
        if (lines == null || !writes) return;
        var all = new ArrayList<>(lines);
        if (!settled) left.stream().filter(p -> lines.stream().noneMatch(l -> l.line().equals(p.line()))).forEach(all::add);
        guarded(() -> {
            if (!all.isEmpty()) Disk.write(file, QueuedRequest.write(all));
            else remove();
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
        var done = CompletableFuture.runAsync(() -> { }, thread);
        thread.shutdown();
        return done;
    }
}
