package studio.parley.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is answered. With a key, whoever has it. Without one, only programs that call this machine by a name of its own: a web page that has
 * its name point here (DNS rebinding) calls it by another, and one from elsewhere says where it is from.
 */
record Guard(Optional<String> key) {
    private static final Pattern LOCAL = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    void check(ApiExchange exchange) {
        if (key.isEmpty()) checkLocal(exchange);
        else if (!exchange.path().equals(ListingEndpoint.HEALTH) && !exchange.method().equals("OPTIONS")) checkKey(exchange, key.get());
        exchange.header("Origin").ifPresent(origin -> allow(exchange, origin));
    }

    private static void checkLocal(ApiExchange exchange) {
        if (!LOCAL.matcher(exchange.header("Host").orElse("")).matches()) {
            throw ApiError.request(403, "wrong_host", "This server answers only to localhost. Call it by that name, or start it with --key.");
        }
        if (exchange.header("Origin").filter(o -> !isLocal(o)).isPresent()) {
            throw ApiError.request(403, "wrong_origin", "This server answers only web pages of this machine. Start it with --key to allow others.");
        }
    }

    private static boolean isLocal(String origin) {
        var scheme = origin.indexOf("://");
        return scheme > 0 && LOCAL.matcher(origin.substring(scheme + 3)).matches();
    }

    private static void checkKey(ApiExchange exchange, String key) {
        var sent = exchange.header("Authorization").filter(a -> a.regionMatches(true, 0, "Bearer ", 0, 7)).map(a -> a.substring(7).strip()).orElse("");
        if (!MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8))) {
            throw ApiError.request(401, "invalid_api_key", sent.isEmpty() ? "A key is needed. Send the header 'Authorization: Bearer KEY'."
                    : "The key is wrong. Send the one with which the server was started.");
        }
    }

    private static void allow(ApiExchange exchange, String origin) {
        exchange.setHeader("Access-Control-Allow-Origin", origin);
        exchange.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
        exchange.setHeader("Access-Control-Allow-Methods", "GET, POST");
        exchange.setHeader("Vary", "Origin");
    }
}
