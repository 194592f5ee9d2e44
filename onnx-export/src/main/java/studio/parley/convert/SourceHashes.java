package studio.parley.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import studio.parley.convert.folder.Fingerprint;
import studio.parley.problem.Problem;

/** SHA-256 of the checkpoint's files, computed on a separate thread while weights are written. */
final class SourceHashes implements AutoCloseable {
    private final FutureTask<List<Fingerprint>> task;
    private final Thread thread;

    private SourceHashes(Collection<Path> files) {
        task = new FutureTask<>(() -> hash(files));
        thread = Thread.ofPlatform().daemon().name("checkpoint hashes").start(task);
    }

    static SourceHashes start(Collection<Path> files) {
        return new SourceHashes(List.copyOf(files));
    }

    private static List<Fingerprint> hash(Collection<Path> files) {
        var found = new ArrayList<Fingerprint>();
        for (var file : files) found.add(Fingerprint.of(file, read -> { }));
        return found;
    }

    /** Waits for the rest. */
    List<Fingerprint> get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem p) throw p;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the conversion was cancelled");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
