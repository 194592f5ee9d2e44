package studio.parley.download;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.parley.problem.Problem;

/** Small texts of a server, such as its answers to programs. */
public final class Page {
    private static final int MOST = 16 << 20;
    private final Http http;
    private final Consumer<DownloadEvent> listener;

    public Page(Http http, Consumer<DownloadEvent> listener) {
        this.http = http;
        this.listener = listener;
    }

    /**
     * A text, or nothing if there is none for this user (401, 403 or 404).
     *
     * @param page where a licence is accepted
     * @param what what is asked for, for messages
     */
    public Optional<String> get(URI address, Optional<Token> token, URI page, String what) {
        return get(address, "application/json", token, page, what);
    }

    /** The same in a format that the server is asked for. */
    public Optional<String> get(URI address, String format, Optional<Token> token, URI page, String what) {
        return new Attempts(String.valueOf(address.getHost()), http.options(), listener).run(() -> {
            var reply = http.get(address, token, Map.of("Accept", format));
            try (var body = reply.body()) {
                if (Replies.isPage(reply)) throw NetworkProblem.page(String.valueOf(address.getHost()));
                if (Set.of(401, 403, 404).contains(reply.statusCode())) return Optional.empty();
                Replies.require(reply, token.isPresent(), what, page);
                return Optional.of(new String(body.all(MOST, http.options().stall()), StandardCharsets.UTF_8));
            }
        });
    }

    /**
     * The size of a file, from the reply to a request for its first byte.
     *
     * @throws Problem if it does not exist, or the server does not say
     */
    public long size(URI address, URI page, String what) {
        return new Attempts(String.valueOf(address.getHost()), http.options(), listener).run(() -> {
            var reply = http.get(address, Optional.empty(), Map.of("Range", "bytes=0-0", "Accept-Encoding", "identity"));
            try (var body = reply.body()) {
                if (Replies.isPage(reply)) throw NetworkProblem.page(String.valueOf(address.getHost()));
                Replies.require(reply, false, what, page);
                var range = Replies.header(reply, "Content-Range").map(r -> r.replaceFirst(".*/", "")).filter(n -> n.matches("\\d{1,15}"));
                if (reply.statusCode() == 206 && range.isPresent()) return Long.valueOf(range.get());
                return reply.headers().firstValueAsLong("Content-Length").orElseThrow(() -> Problem.model("The server does not say how large " + what + " is. Try again later."));
            }
        });
    }

    /** What came is no answer to a program. */
    public Problem notJson(URI address) {
        return NetworkProblem.page(String.valueOf(address.getHost()));
    }
}
