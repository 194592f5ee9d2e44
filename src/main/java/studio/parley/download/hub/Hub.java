package studio.parley.download.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.parley.download.AccessProblem;
import studio.parley.download.Checksum;
import studio.parley.download.DownloadEvent;
import studio.parley.download.Http;
import studio.parley.download.NetworkOptions;
import studio.parley.download.Page;
import studio.parley.download.RemoteFile;
import studio.parley.download.Token;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;

/** Hugging Face's API, or that of a mirror named by {@code HF_ENDPOINT}. A token is sent only where it is needed. */
public final class Hub {
    private final URI endpoint;
    private final Page pages;

    public Hub(Http http, NetworkOptions options, Consumer<DownloadEvent> listener) {
        this.endpoint = endpoint(options.variable("HF_ENDPOINT").orElse("https://huggingface.co"));
        this.pages = new Page(http, listener);
    }

    /**
     * Looks a repository up: its present commit and the files of that.
     *
     * @throws AccessProblem if it needs a token, or another one
     * @throws Problem if it does not exist or the server cannot be reached
     */
    public HubRepository repository(RepositoryName name, Optional<Token> token) {
        var open = look(name, Optional.empty());
        if (open.isPresent() && !isGated(open.get())) return read(name, open.get(), Optional.empty());
        if (token.isEmpty()) throw open.isPresent() ? gated(name) : unknown(name);
        requirePrivate(name);
        return read(name, look(name, token).orElseThrow(() -> unknown(name)), token);
    }

    /** Nothing if it does not exist as far as this user may know. */
    private Optional<JsonObject> look(RepositoryName name, Optional<Token> token) {
        var address = URI.create(endpoint + "/api/models/" + name.path() + "/revision/" + URLEncoder.encode(name.revision(), StandardCharsets.UTF_8) + "?blobs=true");
        return pages.get(address, token, page(name), name.toString()).map(text -> StrictJson.object(text).orElseThrow(() -> pages.notJson(address)));
    }

    private HubRepository read(RepositoryName name, JsonObject json, Optional<Token> token) {
        var commit = text(json, "sha").filter(s -> s.matches("[0-9a-f]{40}")).orElseThrow(() -> unreadable(name));
        if (!(json.get("siblings") instanceof JsonArray siblings)) throw unreadable(name);
        var files = new TreeMap<String, HubRepository.Listed>();
        for (var sibling : siblings) if (sibling instanceof JsonObject file) text(file, "rfilename").filter(RemoteFile::isName).ifPresent(n -> files.put(n, listed(file)));
        return new HubRepository(name, commit, URI.create(endpoint + "/" + name.path() + "/resolve/" + commit + "/"), page(name), licence(json), token, files);
    }

    private static HubRepository.Listed listed(JsonObject file) {
        var large = file.get("lfs") instanceof JsonObject lfs ? lfs : new JsonObject();
        var sha256 = text(large, "sha256").or(() -> text(large, "oid")).filter(s -> s.matches("[0-9a-f]{64}")).map(s -> new Checksum(Checksum.Kind.SHA256, s));
        var git = text(file, "blobId").or(() -> text(file, "oid")).filter(s -> s.matches("[0-9a-f]{40}")).map(s -> new Checksum(Checksum.Kind.GIT, s));
        return new HubRepository.Listed(size(large).or(() -> size(file)).orElse(-1L), large.isEmpty() ? git : sha256);
    }

    private static Optional<String> licence(JsonObject json) {
        if (!(json.get("cardData") instanceof JsonObject card)) return Optional.empty();
        return text(card, "license_name").or(() -> text(card, "license"));
    }

    private static boolean isGated(JsonObject json) {
        return isTrue(json.get("gated")) || isTrue(json.get("private"));
    }

    /** {@code false}, {@code true}, {@code "auto"} or {@code "manual"}. */
    private static boolean isTrue(@Nullable JsonElement value) {
        return value instanceof JsonPrimitive p && !p.getAsString().equals("false");
    }

    private static Optional<String> text(JsonObject json, String key) {
        return json.get(key) instanceof JsonPrimitive p && p.isString() && !p.getAsString().isBlank() ? Optional.of(p.getAsString()) : Optional.empty();
    }

    private static Optional<Long> size(JsonObject json) {
        return json.get("size") instanceof JsonPrimitive p && p.getAsString().matches("\\d{1,15}") ? Optional.of(p.getAsLong()) : Optional.empty();
    }

    private URI page(RepositoryName name) {
        return URI.create(endpoint + "/" + name.path());
    }

    private AccessProblem gated(RepositoryName name) {
        return new AccessProblem(name + " needs a free account. Accept its licence at " + page(name) + ", create a token at " + endpoint
                + "/settings/tokens and enter it.", page(name));
    }

    private AccessProblem unknown(RepositoryName name) {
        return new AccessProblem(name + " does not exist on " + endpoint.getHost() + ", or this account may not read it. Check the name, or enter a token of an "
                + "account that may.", page(name));
    }

    private Problem unreadable(RepositoryName name) {
        return new Problem(Problem.Kind.NETWORK, endpoint.getHost() + " describes " + name + " in a way that Parley does not understand. Install a newer Parley, "
                + "or download the model with another program and import it.");
    }

    /** On an open connection, everybody in between could read the token. */
    private void requirePrivate(RepositoryName name) {
        try {
            if (endpoint.getScheme().equals("https") || InetAddress.getByName(endpoint.getHost()).isLoopbackAddress()) return;
        } catch (IOException unknownHost) {
            // Not this computer.
        }
        throw Problem.input(name + " needs a token, which is not sent over HTTP. Set HF_ENDPOINT to an address that begins with https.");
    }

    private static URI endpoint(String text) {
        try {
            var address = URI.create(text.replaceFirst("/+$", ""));
            if (address.getHost() != null && address.getScheme().matches("https?") && address.getUserInfo() == null) return address;
        } catch (IllegalArgumentException notAnAddress) {
            // Reported below.
        }
        throw Problem.input("HF_ENDPOINT is not an address such as https://huggingface.co. Correct or unset it.");
    }
}
