package studio.parley.studio.document.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import studio.parley.io.AtomicFile;
import studio.parley.io.IoProblem;

/**
 * Writes a journal on a separate thread: pending entries are forced to disk together, and acknowledged after that. May be used from any
 * thread.
 */
final class JournalWriter implements AutoCloseable {
    /** A task: an entry to append, or a new journal to replace the old one. */
    private record Item(Supplier<byte[]> bytes, boolean replaces, Runnable after, CompletableFuture<Void> done) {}

    private final Path file;
    private final Queue<Item> queue = new ArrayDeque<>();
    private final Thread thread;
    private FileChannel channel;
    private long length;
    private boolean closing;

    /** @param good how many bytes of an existing file to keep */
    JournalWriter(Path file, long good) {
        this.file = file;
        this.length = good;
        try {
            channel = open();
            if (channel.size() > good) channel.truncate(good);
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
        thread = Thread.ofPlatform().name("journal").daemon().start(this::run);
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Appends an entry, created on the writer's thread; the future completes when it is safe on disk. */
    CompletableFuture<Void> append(Supplier<byte[]> entry) {
        return add(new Item(entry, false, () -> { }, new CompletableFuture<>()));
    }

    /** Replaces the journal; {@code after} runs then, before anything that was appended later is written. */
    CompletableFuture<Void> replace(Supplier<byte[]> journal, Runnable after) {
        return add(new Item(journal, true, after, new CompletableFuture<>()));
    }

    private CompletableFuture<Void> add(Item item) {
        synchronized (queue) {
            if (closing) throw new IllegalStateException("the project is closed");
            queue.add(item);
            queue.notifyAll();
        }
        return item.done();
    }

    private void run() {
        var batch = new ArrayList<Item>();
        while (take(batch)) {
            try {
                if (batch.getFirst().replaces()) replace(batch.getFirst());
                else write(batch);
                batch.forEach(i -> i.done().complete(null));
            } catch (IOException e) {
                var problem = IoProblem.of("write", file, e);
                batch.forEach(i -> i.done().completeExceptionally(problem));
            } catch (RuntimeException | Error e) {
                batch.forEach(i -> i.done().completeExceptionally(e));
            }
        }
    }

    /** Waits for work: one replacement, or all appends up to the next replacement; false when closed and done. */
    private boolean take(List<Item> batch) {
        batch.clear();
        synchronized (queue) {
            while (queue.isEmpty() && !closing) {
                try {
                    queue.wait();
                } catch (InterruptedException e) {
                    closing = true;
                }
            }
            while (!queue.isEmpty() && (batch.isEmpty() || !queue.peek().replaces() && !batch.getFirst().replaces())) batch.add(queue.poll());
        }
        return !batch.isEmpty();
    }

    private void write(List<Item> batch) throws IOException {
        long at = length;
        try {
            for (var item : batch) {
                var bytes = ByteBuffer.wrap(item.bytes().get());
                while (bytes.hasRemaining()) at += channel.write(bytes, at);
            }
            channel.force(false);
            length = at;
        } catch (IOException | RuntimeException e) {
            // A partial entry would hide all later ones from a reader.
            channel.truncate(length);
            throw e;
        }
    }

    private void replace(Item item) throws IOException {
        var bytes = item.bytes().get();
        channel.close();
        try {
            AtomicFile.write(file, bytes);
            length = bytes.length;
        } finally {
            channel = open();
        }
        item.after().run();
    }

    /** Writes what is pending, then stops. */
    @Override
    public void close() {
        synchronized (queue) {
            closing = true;
            queue.notifyAll();
        }
        try {
            thread.join();
            channel.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }

}
