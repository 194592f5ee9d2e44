package studio.parley.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/** What is wrong between this computer and a server, in words. */
final class NetworkProblem {
    private NetworkProblem() {}

    /** A short reason, for a sentence in brackets. */
    static String reason(String host, IOException e) {
        if (has(e, UnknownHostException.class) || has(e, UnresolvedAddressException.class)) return "the server " + host + " cannot be found";
        if (has(e, SSLException.class)) return "the connection to " + host + " is not secure";
        if (e instanceof StalledException) return "no data for a while";
        if (has(e, HttpTimeoutException.class)) return "no answer from " + host;
        if (has(e, ConnectException.class)) return "the server " + host + " cannot be reached";
        if (has(e, ProtocolException.class)) return "the server " + host + " sent no valid answer";
        return "the connection to " + host + " broke off";
    }

    /** What is left to do when every attempt failed. */
    static Problem of(String host, String reason, @Nullable Throwable cause) {
        var what = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return new Problem(Problem.Kind.NETWORK, what + ". Check the internet connection, the proxy (HTTPS_PROXY) and the firewall, then try again; "
                + "what has been downloaded from " + host + " is kept.", cause);
    }

    /** A page instead of a file: the login page of a network, or a proxy's message. */
    static Problem page(String host) {
        return new Problem(Problem.Kind.NETWORK, "A web page came instead of the file from " + host
                + ". If this network has a login page, open it in a browser first, then try again.");
    }

    private static boolean has(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) if (kind.isInstance(cause)) return true;
        return false;
    }
}
