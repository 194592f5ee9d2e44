package studio.parley.onnx;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.parley.io.AppFolders;
import studio.parley.io.IoProblem;
import studio.parley.io.Unpacked;
import studio.parley.problem.Problem;

/** Unpacks ONNX Runtime's libraries from its jar so that they can be loaded: once, into the user's cache folder. */
final class NativeLibraries {
    /** A folder with another build of the libraries, as ONNX Runtime itself names this property. */
    private static final String PATH = "onnxruntime.native.path";
    static final List<String> CORE = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /** The folder to load from if no other one is named: that of the package, or the unpacked copy. */
    static Path usual() {
        return Optional.ofNullable(System.getProperty(PATH)).map(NativeLibraries::named).orElseGet(() -> unpacked(AppFolders.ofUser().natives()));
    }

    private static Path named(String folder) {
        return named(Path.of(folder));
    }

    /** A folder that the user or the package names. */
    static Path named(Path folder) {
        var whole = folder.toAbsolutePath();
        check(whole);
        return whole;
    }

    /** Whether the CUDA provider library is next to the libraries in use. */
    static boolean haveCuda(Path folder) {
        return Files.exists(folder.resolve(System.mapLibraryName("onnxruntime_providers_cuda")));
    }

    private static void check(Path folder) {
        for (var name : CORE) {
            var file = folder.resolve(System.mapLibraryName(name));
            if (!Files.isRegularFile(file)) {
                throw Problem.device("The ONNX Runtime folder " + folder + " has no " + file.getFileName()
                        + ". Choose a folder with the libraries of ONNX Runtime, or clear the setting.", null);
            }
        }
    }

    /** @throws Problem when {@code cache} cannot be written */
    static Path unpacked(Path cache) {
        var entries = CORE.stream().map(name -> resource(name).orElseThrow(() -> Problem.device("Parley includes no ONNX Runtime for this platform ("
                + platform() + "). Choose a folder with a matching ONNX Runtime build in the settings.", null))).toList();
        try {
            return Unpacked.folder(cache, "onnxruntime", entries);
        } catch (IOException e) {
            throw Problem.disk("Could not unpack ONNX Runtime's libraries into " + cache + " (" + IoProblem.reason(e)
                    + "). Check its permissions and the free space, or set PARLEY_HOME to another folder.", e);
        }
    }

    private static Optional<URL> resource(String library) {
        var path = "/ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(library);
        return Optional.ofNullable(ai.onnxruntime.OrtException.class.getResource(path));
    }

    /** The folder names within the jar. */
    static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch");
        var system = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
        return system + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "aarch64" : "x64");
    }
}
