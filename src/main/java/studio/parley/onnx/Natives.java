package studio.parley.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.parley.problem.Problem;

/**
 * Puts ONNX Runtime's libraries where it finds them: once, in the user's cache folder. Left to itself the library unpacks 28 MB
 * at every start, and leaves empty folders (or, killed, the files) behind.
 */
final class Natives {
    static final String PATH = "onnxruntime.native.path";
    private static final List<String> CORE = List.of("onnxruntime", "onnxruntime4j_jni");
    private static final List<String> PROVIDERS = List.of("onnxruntime_providers_shared", "onnxruntime_providers_cuda");

    private Natives() {}

    /** Points ONNX Runtime at {@code folder}, or at our unpacked copy; does nothing where the property is set already. */
    static void prepare(Optional<Path> folder) {
        if (folder.isPresent()) {
            check(folder.get());
            System.setProperty(PATH, folder.get().toAbsolutePath().toString());
        } else if (System.getProperty(PATH) == null) {
            unpacked(cacheFolder()).ifPresent(p -> System.setProperty(PATH, p.toString()));
        }
    }

    /** Whether a graphics-card provider is at hand, next to the natives in use or in our jar. */
    static boolean haveCuda() {
        var cuda = System.mapLibraryName("onnxruntime_providers_cuda");
        var path = System.getProperty(PATH);
        return path != null && Files.exists(Path.of(path, cuda)) || resource("onnxruntime_providers_cuda").isPresent();
    }

    private static void check(Path folder) {
        for (var name : CORE) {
            var file = folder.resolve(System.mapLibraryName(name));
            if (!Files.isRegularFile(file)) {
                throw Problem.device("The natives folder " + folder + " has no " + file.getFileName()
                        + "; name a folder that holds ONNX Runtime's libraries, or leave the setting empty", null);
            }
        }
    }

    /** Empty when the cache cannot be written: then the library unpacks itself, slower but as well. */
    static Optional<Path> unpacked(Path cache) {
        var entries = new ArrayList<URL>();
        for (var name : CORE) {
            var url = resource(name);
            if (url.isEmpty()) return Optional.empty();
            entries.add(url.get());
        }
        for (var name : PROVIDERS) resource(name).ifPresent(entries::add);
        try {
            var folder = Files.createDirectories(cache.resolve("onnxruntime-" + Long.toHexString(fingerprint(entries))));
            for (var url : entries) place(url, folder);
            return Optional.of(folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From the checksums the jar holds anyway: another build of the library gets another folder. */
    private static long fingerprint(List<URL> entries) throws IOException {
        long sum = 17;
        for (var url : entries) {
            var crc = url.openConnection() instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : size(url);
            sum = sum * 1_000_003 + crc;
        }
        return sum;
    }

    private static void place(URL url, Path folder) throws IOException {
        var name = Path.of(url.getPath()).getFileName().toString();
        var file = folder.resolve(name);
        if (Files.exists(file) && Files.size(file) == size(url)) return;
        var part = Files.createTempFile(folder, name, ".part");
        try (InputStream in = url.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(file)) throw e;   // another Parley was faster and Windows holds its file open
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long size(URL url) throws IOException {
        return url.openConnection().getContentLengthLong();
    }

    private static Optional<URL> resource(String library) {
        var path = "/ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(library);
        return Optional.ofNullable(ai.onnxruntime.OrtException.class.getResource(path));
    }

    /** The jar's folder names. */
    private static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch");
        var system = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
        return system + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "aarch64" : "x64");
    }

    private static Path cacheFolder() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var home = Path.of(System.getProperty("user.home"));
        var xdg = System.getenv("XDG_CACHE_HOME");
        var local = System.getenv("LOCALAPPDATA");
        if (xdg != null && !xdg.isBlank()) return Path.of(xdg, "parley");
        if (os.contains("win")) return (local == null ? home : Path.of(local)).resolve("Parley").resolve("cache");
        return os.contains("mac") ? home.resolve("Library/Caches/Parley") : home.resolve(".cache/parley");
    }
}
