package studio.parley.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * NVIDIA's libraries beside those of ONNX Runtime, loaded in the order of their dependencies, so that the provider finds them without a
 * search path. Those that are not there are taken from the system, if it has them.
 */
final class CudaLibraries {
    private static final Logger LOG = LoggerFactory.getLogger(CudaLibraries.class);
    /** cuDNN finds its other parts beside itself. */
    private static final List<String> ORDER = List.of("cudart", "nvrtc", "cublasLt", "cublas", "curand", "cudnn");
    private static boolean loaded;

    private CudaLibraries() {}

    /** Once per process, when the card is tried. */
    static synchronized void load() {
        if (loaded) return;
        loaded = true;
        OrtEnvironmentHolder.folder().ifPresent(folder -> files(folder).forEach(CudaLibraries::load));
    }

    /** The libraries in a folder, in the order of loading. */
    static List<Path> files(Path folder) {
        try (var all = Files.list(folder)) {
            var here = all.sorted().toList();
            return ORDER.stream().flatMap(name -> find(here, name).stream()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** {@code libcublas.so.12}, {@code cublas64_12.dll}; for nvrtc {@code nvrtc64_120_0.dll}. */
    private static Optional<Path> find(List<Path> files, String name) {
        return files.stream().filter(f -> f.getFileName().toString().matches("lib" + name + "\\.so\\.\\d+|" + name + "64_[\\d_]+\\.dll")).findFirst();
    }

    private static void load(Path library) {
        try {
            System.load(library.toString());
        } catch (UnsatisfiedLinkError e) {
            // The provider will not load either, and says which library is missing.
            LOG.warn("{} could not be loaded: {}", library.getFileName(), e.getMessage());
        }
    }
}
