package studio.parley.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import studio.parley.download.Attempts.Failure;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/**
 * One file: fetched into {@code NAME.part}, from where an earlier attempt of any process ended, checked, and only then given its name. At
 * every moment, also after a crash, the part contains the beginning of the file or is found to be wrong by size and hash.
 */
final class Transfer {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    /** What arrives and what is checked, in bytes of this file. */
    interface Listener {
        void received(long done);

        void checked(long bytes);
    }

    private final Http http;
    private final RemoteFile file;
    private final Path folder;
    private final Optional<Token> token;
    private final URI page;
    private final Listener listener;
    private final Attempts attempts;
    private long furthest;

    /** @param page where the licence is accepted */
    Transfer(Http http, RemoteFile file, Path folder, Optional<Token> token, URI page, Listener listener, Attempts attempts) {
        this.http = http;
        this.file = file;
        this.folder = folder;
        this.token = token;
        this.page = page;
        this.listener = listener;
        this.attempts = attempts;
    }

    /** Bytes that need not be fetched again. */
    static long have(RemoteFile file, Path folder) {
        if (isDone(file, folder)) return file.size();
        long part = size(file.part(folder));
        return part > file.size() ? 0 : part;
    }

    static boolean isDone(RemoteFile file, Path folder) {
        return Files.isRegularFile(file.in(folder)) && size(file.in(folder)) == file.size();
    }

    void run() {
        if (isDone(file, folder)) return;
        boolean resumed = have(file, folder) > 0;
        receive();
        if (isRight()) return;
        // A part from elsewhere is not the server's fault.
        if (resumed) {
            receive();
            if (isRight()) return;
        }
        throw Problem.model(file.name() + " has not the content that " + file.host() + " announces (its hash differs). Try again later, or choose another source.");
    }

    private void receive() {
        listener.received(have(file, folder));
        attempts.run(() -> {
            long have = have(file, folder);
            if (have < file.size() || file.size() == 0) fetch(have);
            return have;
        });
    }

    private void fetch(long have) throws Failure, IOException, InterruptedException {
        var reply = http.get(file.address(), token, headers(have));
        try (var body = reply.body()) {
            if (Replies.isPage(reply)) throw NetworkProblem.page(file.host());
            Replies.require(reply, token.isPresent(), file.name(), page);
            if (reply.statusCode() == 416) throw restart("the server has another version");
            long from = reply.statusCode() == 206 ? resumed(reply, have) : 0;
            requireLength(reply, from);
            if (from == 0) Replies.header(reply, "ETag").ifPresentOrElse(tag -> AtomicFile.write(file.tag(folder), tag), () -> delete(file.tag(folder)));
            write(body, from);
        }
    }

    private Map<String, String> headers(long have) {
        var headers = new HashMap<String, String>();
        headers.put("Accept-Encoding", "identity");
        if (have == 0) return headers;
        headers.put("Range", "bytes=" + have + "-");
        // Weak tags say nothing about single bytes; then the hash decides in the end.
        Disk.text(file.tag(folder)).filter(tag -> tag.startsWith("\"")).ifPresent(tag -> headers.put("If-Range", tag));
        return headers;
    }

    private long resumed(HttpResponse<?> reply, long have) throws Failure {
        var range = RANGE.matcher(Replies.header(reply, "Content-Range").orElse(""));
        boolean fits = range.matches() && Long.parseLong(range.group(1)) == have
                && (range.group(2).equals("*") || Long.parseLong(range.group(2)) == file.size());
        if (!fits) throw restart("the server sent another part than asked for");
        return have;
    }

    private void requireLength(HttpResponse<?> reply, long from) throws Failure {
        long length = reply.headers().firstValueAsLong("Content-Length").orElse(file.size() - from);
        if (length != file.size() - from) throw restart("the server offers " + length + " bytes instead of " + (file.size() - from));
    }

    private void write(Body body, long from) throws IOException, InterruptedException, Failure {
        try (var out = open(from)) {
            long done = from;
            for (var piece = body.next(http.options().stall()); piece.isPresent(); piece = body.next(http.options().stall())) {
                for (var bytes : piece.get()) {
                    if (done + bytes.remaining() > file.size()) throw restart("the server sent more bytes than announced");
                    done += write(out, bytes);
                }
                Attempts.stopIfInterrupted();
                // What was there before is no progress, or a server that lies about the length would be asked for ever.
                if (done > furthest) attempts.progressed();
                furthest = Math.max(furthest, done);
                listener.received(done);
            }
            force(out);
            if (done < file.size()) throw new Failure("the connection to " + file.host() + " ended early", Optional.empty(), null);
        }
    }

    private FileChannel open(long from) {
        try {
            var channel = FileChannel.open(file.part(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(from).position(from);
            return channel;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private int write(FileChannel out, ByteBuffer bytes) {
        try {
            int n = bytes.remaining();
            while (bytes.hasRemaining()) out.write(bytes);
            return n;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private void force(FileChannel out) {
        try {
            out.force(true);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** The disk's fault, not the connection's. */
    private RuntimeException refused(IOException e) {
        return e instanceof ClosedByInterruptException ? new CancellationException("the download was stopped") : IoProblem.of("write", file.part(folder), e);
    }

    private Failure restart(String reason) {
        delete(file.part(folder));
        delete(file.tag(folder));
        listener.received(0);
        return new Failure(reason, Optional.empty(), null);
    }

    /** Gives the file its name if its content is right, otherwise removes it. */
    private boolean isRight() {
        try {
            var part = file.part(folder);
            var right = size(part) == file.size() && (file.checksum().isEmpty() || file.checksum().get().fits(part, listener::checked));
            if (right) Disk.move(part, file.in(folder));
            else delete(part);
            delete(file.tag(folder));
            return right;
        } catch (IOException e) {
            if (e instanceof ClosedByInterruptException) throw new CancellationException("the download was stopped");
            throw IoProblem.of("read", file.part(folder), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw IoProblem.of("remove", file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
