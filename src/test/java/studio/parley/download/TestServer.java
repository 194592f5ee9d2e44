package studio.parley.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An HTTP server on this machine that can answer as badly as any: each path has an answer, and a queue of others that come first. */
public final class TestServer implements AutoCloseable {
    public record Request(String method, String path, Map<String, String> headers) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Writes a whole reply; then the connection is closed. */
    public interface Answer {
        void write(Request request, OutputStream out) throws Exception;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Answer> usual = new ConcurrentHashMap<>();
    private final Map<String, Deque<Answer>> first = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    public TestServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    /** Its address under the host's number; {@link #otherHost} is the same server under its name. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    public URI otherHost() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    public void serve(String path, Answer answer) {
        usual.put(path, answer);
    }

    /** The next requests of this path get these answers, in order. */
    public void first(String path, Answer... answers) {
        first.computeIfAbsent(path, p -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(r -> r.path().equals(path)).toList();
    }

    public static Answer status(int status, String... headers) {
        return (r, out) -> write(out, status, headers, ("status " + status).getBytes(StandardCharsets.UTF_8));
    }

    public static Answer text(String type, String text) {
        return (r, out) -> write(out, 200, new String[] {"Content-Type: " + type}, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer redirect(String to) {
        return (r, out) -> write(out, 302, new String[] {"Location: " + to}, new byte[0]);
    }

    /** A file as good servers send it: with ranges, if the entity tag still fits. */
    public static Answer file(byte[] bytes, String tag) {
        return (r, out) -> {
            var range = r.header("range");
            boolean part = range.startsWith("bytes=") && (r.header("if-range").isEmpty() || r.header("if-range").equals(tag));
            if (!part) {
                write(out, 200, new String[] {"ETag: " + tag, "Content-Type: application/octet-stream"}, bytes);
                return;
            }
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            if (from >= bytes.length) write(out, 416, new String[] {"Content-Range: bytes */" + bytes.length}, new byte[0]);
            else write(out, 206, new String[] {"ETag: " + tag, "Content-Range: bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length},
                    Arrays.copyOfRange(bytes, from, bytes.length));
        };
    }

    /** Announces {@code announced} bytes, sends some and closes the connection. */
    public static Answer broken(byte[] bytes, int sent, long announced, String... headers) {
        return (r, out) -> {
            head(out, 200, announced, headers);
            out.write(bytes, 0, sent);
        };
    }

    /** Sends some bytes and then nothing, until the client gives up. */
    public Answer stalling(byte[] bytes, int sent, String... headers) {
        return (r, out) -> {
            head(out, 200, bytes.length, headers);
            out.write(bytes, 0, sent);
            out.flush();
            closing.await();
        };
    }

    public static void write(OutputStream out, int status, String[] headers, byte[] body) throws IOException {
        head(out, status, body.length, headers);
        out.write(body);
    }

    private static void head(OutputStream out, int status, long length, String... headers) throws IOException {
        var text = new StringBuilder("HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: " + length + "\r\n");
        for (var h : headers) text.append(h).append("\r\n");
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            var line = in.readLine();
            if (line == null) return;
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            for (var h = in.readLine(); h != null && !h.isEmpty(); h = in.readLine()) headers.put(h.substring(0, h.indexOf(':')), h.substring(h.indexOf(':') + 1).strip());
            var parts = line.split(" ");
            var request = new Request(parts[0], parts[1], headers);
            requests.add(request);
            answer(request.path()).write(request, client.getOutputStream());
            client.getOutputStream().flush();
        } catch (Exception clientHasGone) {
            // As the test wants it.
        }
    }

    private Answer answer(String path) {
        var queue = first.get(path);
        if (queue != null) {
            synchronized (queue) {
                if (!queue.isEmpty()) return queue.poll();
            }
        }
        return usual.getOrDefault(path, status(404));
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        socket.close();
    }
}
