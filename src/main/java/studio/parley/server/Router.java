package studio.parley.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.parley.problem.Problem;

/** Passes each request to its endpoint, and turns what goes wrong into an answer and a line of the log. Any thread. */
final class Router implements HttpHandler {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    /** A method and a path. */
    record Route(String method, String path) {}

    private final Guard guard;
    private final Map<Route, Endpoint> endpoints;
    private final Consumer<String> log;
    private final ClientWatch watch;
    private final BodyBudget budget = new BodyBudget();

    Router(Guard guard, Map<Route, Endpoint> endpoints, ClientWatch watch, Consumer<String> log) {
        this.guard = guard;
        this.endpoints = Map.copyOf(endpoints);
        this.watch = watch;
        this.log = log;
    }

    /** What this throws closes the connection, so that a client does not take what it got for the whole. */
    @Override
    public void handle(HttpExchange http) throws IOException {
        long begin = System.nanoTime();
        var exchange = new ApiExchange(http, budget, watch);
        var end = "";
        try {
            answer(exchange);
        } catch (IOException left) {
            end = ", the client has left";
            throw left;
        } finally {
            log.accept(line(exchange, (System.nanoTime() - begin) / 1e9, end));
        }
    }

    private void answer(ApiExchange exchange) throws IOException {
        ApiError error;
        try {
            guard.check(exchange);
            if (exchange.method().equals("OPTIONS")) exchange.send(204, "text/plain", new byte[0]);
            else endpoint(exchange).answer(exchange);
            return;
        } catch (ApiError e) {
            error = e;
        } catch (Problem e) {
            error = ApiError.of(e);
        } catch (CancellationException e) {
            error = ApiError.request(503, "shutting_down", "The server is being closed. Start it again.");
        } catch (OutOfMemoryError e) {
            error = ApiError.request(500, "out_of_memory", "There is not enough memory for this request. Send less audio.");
        } catch (RuntimeException | Error e) {
            LOG.error("Internal error", e);
            error = ApiError.request(500, "internal_error", "An internal error occurred. Please report it with the server's log.");
        }
        if (exchange.status() != 0) throw new IOException("the answer had begun");
        error.retrySeconds().ifPresent(s -> exchange.setHeader("Retry-After", "" + s));
        exchange.send(error.status(), error.json());
    }

    private Endpoint endpoint(ApiExchange exchange) {
        var found = Optional.ofNullable(endpoints.get(new Route(exchange.method(), exchange.path())));
        if (found.isPresent()) return found.get();
        var other = endpoints.keySet().stream().filter(r -> r.path().equals(exchange.path())).findFirst();
        if (other.isEmpty()) throw ApiError.request(404, "unknown_url", "There is nothing at this address. Use POST /v1/audio/speech or GET /v1/audio/voices.");
        exchange.setHeader("Allow", other.get().method());
        throw ApiError.request(405, "method_not_allowed", "This address takes only " + other.get().method() + ". Use that.");
    }

    static String time(LocalDateTime now) {
        return TIME.format(now);
    }

    /** Such as "1 line", "2 lines". */
    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Without anything from the request but a known address. */
    private String line(ApiExchange exchange, double seconds, String end) {
        var known = endpoints.keySet().stream().filter(r -> r.path().equals(exchange.path())).findFirst();
        var what = known.map(r -> r.method() + " " + r.path()).orElse("unknown address");
        var note = exchange.note().isEmpty() ? "" : " (" + exchange.note() + ")";
        return String.format(Locale.ROOT, "%s %s %s %.2f s%s%s", time(LocalDateTime.now()), what,
                exchange.status() == 0 ? "-" : exchange.status(), seconds, note, end);
    }
}
