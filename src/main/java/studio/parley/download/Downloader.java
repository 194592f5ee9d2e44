package studio.parley.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.parley.io.Disk;
import studio.parley.io.FreeSpace;

/**
 * Fetches a list of files into a folder, one after another, on the calling thread. Interrupting the thread stops at once with a
 * {@link java.util.concurrent.CancellationException}; the next call continues where it stopped, also in another process.
 */
public final class Downloader {
    private final Http http;
    private final Consumer<DownloadEvent> listener;

    public Downloader(Http http, Consumer<DownloadEvent> listener) {
        this.http = http;
        this.listener = listener;
    }

    /** Bytes that are still to be fetched. */
    public static long missing(List<RemoteFile> files, Path folder) {
        return files.stream().mapToLong(f -> f.size() - Transfer.have(f, folder)).sum();
    }

    /**
     * @param page where the licence is accepted, for a refusal
     * @throws studio.parley.problem.Problem with kind NETWORK if the server cannot be reached, DISK if the files do not fit, MODEL if they are
     *     not there or not right; an {@link AccessProblem} if they need (another) token
     */
    public void run(List<RemoteFile> files, Path folder, Optional<Token> token, URI page) {
        Disk.folder(folder);
        FreeSpace.require(folder, missing(files, folder), "The download");
        long total = files.stream().mapToLong(RemoteFile::size).sum();
        long before = 0;
        for (var file : files) {
            new Transfer(http, file, folder, token, page, counting(file, before, total), new Attempts(file.host(), http.options(), listener)).run();
            before += file.size();
            listener.accept(new DownloadEvent.Received(file.name(), before, total));
        }
    }

    private Transfer.Listener counting(RemoteFile file, long before, long total) {
        return new Transfer.Listener() {
            private long checked;

            @Override
            public void received(long done) {
                listener.accept(new DownloadEvent.Received(file.name(), before + done, total));
            }

            @Override
            public void checked(long bytes) {
                checked += bytes;
                listener.accept(new DownloadEvent.Checked(file.name(), Math.min(checked, file.size()), file.size()));
            }
        };
    }
}
