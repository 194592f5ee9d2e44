package studio.parley.download;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.parley.download.Attempts.Failure;
import studio.parley.problem.Problem;

/** What a reply without the wanted content means. */
final class Replies {
    /** Timeout, too early, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private Replies() {}

    /**
     * Returns for 200, 206 and 416.
     *
     * @param what the thing asked for, beginning a sentence
     * @param page where its licence is accepted
     * @throws Failure if it may pass
     */
    static void require(HttpResponse<?> reply, boolean withToken, String what, URI page) throws Failure {
        int status = reply.statusCode();
        var host = String.valueOf(reply.uri().getHost());
        // Another server refuses when the address that the first one gave has expired.
        boolean own = String.valueOf(reply.uri().getAuthority()).equals(page.getAuthority());
        switch (status) {
            case 200, 206, 416 -> { }
            case 401, 403 -> {
                if (own) throw refused(withToken, what, page);
                throw failure(reply, host + " refuses access");
            }
            case 404, 410 -> throw Problem.model(what + " does not exist on " + page.getHost() + ". Check the name.");
            case 407 -> throw new Problem(Problem.Kind.NETWORK,
                    "The proxy asks for a name and a password. Set HTTPS_PROXY to http://NAME:PASSWORD@PROXY:PORT, then try again.");
            case 451 -> throw Problem.model(what + " is not available for legal reasons. Choose another model.");
            default -> {
                if (status == 429) throw failure(reply, host + " has too many requests");
                if (status >= 500 || PASSING.contains(status)) throw failure(reply, host + " has an error (" + status + ")");
                throw new Problem(Problem.Kind.NETWORK, host + " answers " + what + " with status " + status + ". Try again later.");
            }
        }
    }

    private static Failure failure(HttpResponse<?> reply, String reason) {
        return new Failure(reason, Attempts.asked(reply), null);
    }

    private static Problem refused(boolean withToken, String what, URI page) {
        return new AccessProblem(what + (withToken ? " is not open to this token. Accept its licence at " + page + " with the account of the token, or use another token."
                : " needs a free account. Accept its licence at " + page + ", create a token at " + page.resolve("/settings/tokens") + " and enter it."), page);
    }

    /** A web page where a file was expected. Errors of servers and of those in front of them are pages too, but may pass. */
    static boolean isPage(HttpResponse<?> reply) {
        if (reply.statusCode() >= 500 || PASSING.contains(reply.statusCode()) || reply.statusCode() == 407) return false;
        return header(reply, "Content-Type").map(t -> t.toLowerCase(Locale.ROOT).startsWith("text/html")).orElse(false);
    }

    static Optional<String> header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name);
    }
}
