package studio.parley.studio.card;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.parley.download.Checksum;
import studio.parley.download.DownloadEvent;
import studio.parley.download.Http;
import studio.parley.download.NetworkOptions;
import studio.parley.download.Page;
import studio.parley.download.RemoteFile;
import studio.parley.io.StrictJson;
import studio.parley.onnx.CardLibraries;
import studio.parley.problem.Problem;

/**
 * Where the libraries come from: ONNX Runtime's from Maven Central, NVIDIA's from the Python package index, whose simple interface
 * (PEP 691, which mirrors have too) tells the hash of each file. {@code PARLEY_MAVEN} and {@code PARLEY_PYPI} name mirrors.
 */
final class LibrarySources {
    /** A package of NVIDIA's, in the version that this version of ONNX Runtime is used with. */
    private record Package(String name, String version) {}

    private static final List<Package> CUDA = List.of(new Package("nvidia-cuda-runtime-cu12", "12.9.79"), new Package("nvidia-cuda-nvrtc-cu12", "12.9.86"),
            new Package("nvidia-cublas-cu12", "12.9.3.13"), new Package("nvidia-curand-cu12", "10.3.10.19"), new Package("nvidia-cudnn-cu12", "9.28.0.42"));
    private static final String FORMAT = "application/vnd.pypi.simple.v1+json";
    private final URI maven;
    private final URI pypi;
    private final Page pages;
    private final boolean windows;

    LibrarySources(Http http, NetworkOptions network, boolean windows, Consumer<DownloadEvent> listener) {
        this.maven = address(network, "PARLEY_MAVEN", "https://repo1.maven.org/maven2");
        this.pypi = address(network, "PARLEY_PYPI", "https://pypi.org/simple");
        this.windows = windows;
        this.pages = new Page(http, listener);
    }

    /** The server of ONNX Runtime's libraries, for messages. */
    URI page() {
        return maven;
    }

    /** The jar with ONNX Runtime's libraries for CUDA. */
    RemoteFile onnxRuntime() {
        var name = "onnxruntime_gpu-" + CardLibraries.VERSION + ".jar";
        var jar = URI.create(maven + "/com/microsoft/onnxruntime/onnxruntime_gpu/" + CardLibraries.VERSION + "/" + name);
        var checksum = hash(jar, ".sha256", "[0-9a-f]{64}", Checksum.Kind.SHA256).or(() -> hash(jar, ".sha1", "[0-9a-f]{40}", Checksum.Kind.SHA1));
        if (checksum.isEmpty()) throw Problem.model(name + " does not exist on " + maven.getHost()
                + ". Install the newest Parley, or set PARLEY_MAVEN to a mirror of Maven Central.");
        return new RemoteFile(jar, name, pages.size(jar, maven, name), checksum);
    }

    private Optional<Checksum> hash(URI jar, String suffix, String form, Checksum.Kind kind) {
        return pages.get(URI.create(jar + suffix), Optional.empty(), maven, jar.getPath()).map(String::strip).map(t -> t.split("\\s")[0])
                .filter(t -> t.matches(form)).map(t -> new Checksum(kind, t));
    }

    /** The archives with CUDA's and cuDNN's libraries. */
    List<RemoteFile> cuda() {
        var files = new ArrayList<RemoteFile>();
        for (var p : CUDA) files.add(wheel(p));
        return files;
    }

    private RemoteFile wheel(Package p) {
        var address = URI.create(pypi + "/" + p.name() + "/");
        var json = pages.get(address, FORMAT, Optional.empty(), pypi, p.name()).flatMap(StrictJson::object);
        if (json.isPresent() && json.get().get("files") instanceof JsonArray files) {
            for (var entry : files) if (entry instanceof JsonObject file && fits(p, file)) return remote(address, file);
        }
        throw Problem.model(p.name() + " " + p.version() + " does not exist on " + pypi.getHost()
                + " for this system. Install CUDA 12 and cuDNN 9 from NVIDIA's pages, then run 'parley gpu setup' again.");
    }

    private boolean fits(Package p, JsonObject file) {
        var name = text(file, "filename");
        return name.startsWith(p.name().replace('-', '_') + "-" + p.version() + "-") && name.endsWith(".whl")
                && (windows ? name.contains("win_amd64") : name.contains("manylinux") && name.contains("x86_64"))
                && file.get("hashes") instanceof JsonObject h && text(h, "sha256").matches("[0-9a-f]{64}") && !text(file, "url").isEmpty();
    }

    private RemoteFile remote(URI index, JsonObject file) {
        var address = index.resolve(text(file, "url"));
        var name = text(file, "filename");
        var size = text(file, "size");
        return new RemoteFile(address, name, size.matches("\\d{1,12}") ? Long.parseLong(size) : pages.size(address, pypi, name),
                Optional.of(new Checksum(Checksum.Kind.SHA256, text(file.getAsJsonObject("hashes"), "sha256"))));
    }

    private static String text(JsonObject json, String key) {
        return json.has(key) && json.get(key).isJsonPrimitive() ? json.get(key).getAsString() : "";
    }

    private static URI address(NetworkOptions network, String variable, String usual) {
        var text = network.variable(variable).orElse(usual).replaceFirst("/+$", "");
        try {
            var address = URI.create(text);
            if (address.getHost() != null && address.getScheme().matches("https?") && address.getUserInfo() == null) return address;
        } catch (IllegalArgumentException notAnAddress) {
            // Reported below.
        }
        throw Problem.input(variable + " is not an address such as " + usual + ". Correct or unset it.");
    }
}
