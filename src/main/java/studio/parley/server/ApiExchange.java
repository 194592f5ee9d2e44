package studio.parley.server;

import com.google.gson.JsonElement;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import studio.parley.io.StrictJson;

/** A request and its answer. One thread. */
final class ApiExchange {
    static final int MOST_JSON = 16 << 20;
    /** For a body, and for every piece of an answer. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpExchange http;
    private final BodyBudget budget;
    private final ClientWatch watch;
    private int status;
    private String note = "";

    ApiExchange(HttpExchange http, BodyBudget budget, ClientWatch watch) {
        this.http = http;
        this.budget = budget;
        this.watch = watch;
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return Optional.ofNullable(http.getRequestURI().getRawPath()).orElse("");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    void setHeader(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    /** Says that the answer is generated speech, as its file does. */
    void label() {
        setHeader("X-Generated-By", "Parley (AI-generated speech)");
    }

    /** 0 before the answer has begun. */
    int status() {
        return status;
    }

    /** Something for the log: never a text, a name or a value of the request. */
    void note(String words) {
        note = words;
    }

    String note() {
        return note;
    }

    /** Reads a JSON object and uses it. */
    void json(Use<JsonFields> use) throws IOException {
        body(MOST_JSON, bytes -> use.with(JsonFields.of(bytes)));
    }

    /** What needs a part of the request. */
    interface Use<T> {
        void with(T value) throws IOException;
    }

    void body(int most, Use<byte[]> use) throws IOException {
        budget.read(http.getRequestBody(), length(), most, use::with);
    }

    private OptionalLong length() {
        var length = header("Content-Length").filter(l -> l.matches("\\d{1,18}"));
        return length.map(l -> OptionalLong.of(Long.parseLong(l))).orElse(OptionalLong.empty());
    }

    /** The result of a job, which is cancelled if the client leaves before. */
    <T> T await(WorkQueue.Job<T> job) throws IOException {
        return unlessLeft(job, job::await);
    }

    /**
     * Answers with what a job makes; it is cancelled if the client leaves before, and nobody waits for it afterwards.
     *
     * @throws IOException if the client has left
     */
    <T> T unlessLeft(WorkQueue.Job<?> job, TimeLimit.Transfer<T> answer) throws IOException {
        try (var client = watch.begin(http.getLocalAddress(), http.getRemoteAddress(), job::abandon)) {
            try {
                return answer.run();
            } catch (CancellationException e) {
                if (client.hasLeft()) throw new IOException("the client has left", e);
                throw e;
            }
        } finally {
            job.abandon();
        }
    }

    void send(int code, JsonElement json) throws IOException {
        send(code, "application/json", (StrictJson.compact(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(int code, String type, byte[] bytes) throws IOException {
        begin(code, type, bytes.length == 0 ? -1 : bytes.length);
        var out = http.getResponseBody();
        // A client that reads slowly but steadily is given its time.
        for (int at = 0; at < bytes.length; at += 1 << 16) write(out, bytes, at, Math.min(1 << 16, bytes.length - at));
        end();
    }

    /** Begins an answer of unknown length. */
    void begin(String type) throws IOException {
        begin(200, type, 0);
    }

    /** The next piece of such an answer, sent at once. */
    void send(byte[] piece) throws IOException {
        write(http.getResponseBody(), piece, 0, piece.length);
    }

    /** The answer is complete. */
    void end() throws IOException {
        TimeLimit.within(PATIENCE, () -> {
            http.getResponseBody().close();
            return status;
        });
    }

    private void begin(int code, String type, long length) throws IOException {
        status = code;
        setHeader("Content-Type", type);
        http.sendResponseHeaders(code, length);
    }

    private static void write(OutputStream out, byte[] bytes, int from, int count) throws IOException {
        TimeLimit.within(PATIENCE, () -> {
            out.write(bytes, from, count);
            out.flush();
            return count;
        });
    }
}
