package studio.parley.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.problem.Problem;

/** The proxy named by {@code HTTPS_PROXY}, {@code HTTP_PROXY} or {@code ALL_PROXY} (except for {@code NO_PROXY}), otherwise the system's. */
final class EnvironmentProxies extends ProxySelector {
    static {
        // Read once, by the first selector of the process; passwords for HTTPS proxies are refused without the second.
        if (System.getProperty("java.net.useSystemProxies") == null) System.setProperty("java.net.useSystemProxies", "true");
        if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    private final NetworkOptions options;

    EnvironmentProxies(NetworkOptions options) {
        this.options = options;
    }

    @Override
    public List<Proxy> select(URI target) {
        if (isExcluded(target.getHost())) return List.of(Proxy.NO_PROXY);
        var named = address(target.getScheme());
        if (named.isPresent()) return List.of(new Proxy(Proxy.Type.HTTP, socket(named.get())));
        var system = ProxySelector.getDefault();
        return system == null ? List.of(Proxy.NO_PROXY) : system.select(target);
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException why) {
        // The request fails with the same exception.
    }

    /** {@code Proxy-Authorization}, if the proxy's address contains name and password. An {@code Authenticator} would also meddle with servers. */
    Optional<String> authorization(URI target) {
        if (isExcluded(target.getHost())) return Optional.empty();
        return address(target.getScheme()).map(URI::getUserInfo)
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<URI> address(String scheme) {
        var name = scheme.toLowerCase(Locale.ROOT) + "_proxy";
        return variable(name).or(() -> variable("all_proxy")).map(EnvironmentProxies::parsed);
    }

    private Optional<String> variable(String name) {
        return options.variable(name).or(() -> options.variable(name.toUpperCase(Locale.ROOT)));
    }

    /** The address may contain a password, so messages never quote it. */
    private static URI parsed(String text) {
        try {
            var address = URI.create(text.contains("://") ? text : "http://" + text);
            if (address.getHost() != null && address.getScheme().startsWith("http")) return address;
        } catch (IllegalArgumentException notAnAddress) {
            // Reported below.
        }
        throw Problem.input("The proxy in HTTPS_PROXY, HTTP_PROXY or ALL_PROXY is not an address such as http://proxy.example:3128. Correct or unset it.");
    }

    private static InetSocketAddress socket(URI proxy) {
        int usual = proxy.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? usual : proxy.getPort());
    }

    private boolean isExcluded(String host) {
        var named = host.toLowerCase(Locale.ROOT);
        if (named.equals("localhost") || named.matches("127\\.[0-9.]+|\\[::1]")) return true;
        return variable("no_proxy").stream().flatMap(v -> Stream.of(v.toLowerCase(Locale.ROOT).split("[,\\s]+"))).filter(v -> !v.isEmpty())
                .map(v -> v.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "")).anyMatch(v -> v.equals("*") || named.equals(v) || named.endsWith("." + v));
    }
}
