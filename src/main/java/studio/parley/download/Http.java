package studio.parley.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import studio.parley.io.ProgramVersion;
import studio.parley.problem.Problem;

/**
 * Requests to servers. Redirects are followed here, because a token must not leave the server it is for, and a page that a network puts in
 * between must not be taken for a file. A redirect from HTTPS to HTTP is such a page.
 */
public final class Http implements AutoCloseable {
    private static final int MOST_REDIRECTS = 10;
    private final NetworkOptions options;
    private final EnvironmentProxies proxies;
    private final HttpClient client;

    public Http(NetworkOptions options) {
        this.options = options;
        proxies = new EnvironmentProxies(options);
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connect()).proxy(proxies).build();
    }

    NetworkOptions options() {
        return options;
    }

    /** The reply after redirects; the caller closes its body. */
    HttpResponse<Body> get(URI address, Optional<Token> token, Map<String, String> headers) throws IOException, InterruptedException {
        if (options.variable("HF_HUB_OFFLINE").filter(v -> v.matches("(?i)1|on|yes|true")).isPresent()) {
            throw new Problem(Problem.Kind.NETWORK, "HF_HUB_OFFLINE is set, so nothing is downloaded. Unset it, then try again.");
        }
        var at = address;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            var reply = send(at, isSameServer(at, address) ? token : Optional.empty(), headers);
            var next = redirect(reply);
            if (next.isEmpty()) return reply;
            reply.body().close();
            if (at.getScheme().equals("https") && !"https".equals(next.get().getScheme())) throw NetworkProblem.page(String.valueOf(address.getHost()));
            at = next.get();
        }
        throw new Problem(Problem.Kind.NETWORK, address.getHost() + " redirects in a circle. Try again later.");
    }

    private HttpResponse<Body> send(URI address, Optional<Token> token, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(options.stall()).setHeader("User-Agent", "Parley/" + ProgramVersion.text());
        headers.forEach(request::setHeader);
        proxies.authorization(address).ifPresent(a -> request.setHeader("Proxy-Authorization", a));
        token.ifPresent(t -> request.setHeader("Authorization", "Bearer " + t.secret()));
        return client.send(request.build(), head -> new Body());
    }

    private static Optional<URI> redirect(HttpResponse<Body> reply) {
        if (reply.statusCode() < 300 || reply.statusCode() > 399 || reply.statusCode() == 304) return Optional.empty();
        try {
            return reply.headers().firstValue("Location").map(reply.uri()::resolve).filter(u -> u.getHost() != null && u.getScheme().startsWith("http"));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSameServer(URI a, URI b) {
        return a.getScheme().equals(b.getScheme()) && a.getAuthority().equalsIgnoreCase(b.getAuthority());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
