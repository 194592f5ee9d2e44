package studio.parley.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;

/**
 * The number of physical cores this process may use. Memory-bound matrix work gains nothing from a second hardware thread per core, and two
 * spinning workers on one core slow each other down.
 */
final class PhysicalCores {
    private static final Path CPUS = Path.of("/sys/devices/system/cpu");

    private PhysicalCores() {}

    static int count() {
        return count(CPUS, java.lang.Runtime.getRuntime().availableProcessors());
    }

    /** Distinct sibling sets under {@code cpus} (Linux), at most {@code available}; {@code available} if nothing can be read. */
    static int count(Path cpus, int available) {
        var cores = new HashSet<String>();
        try (var folders = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
            for (var cpu : folders) {
                var siblings = cpu.resolve("topology/thread_siblings_list");
                if (Files.isReadable(siblings)) cores.add(Files.readString(siblings).strip());
            }
        } catch (IOException e) {
            return available;
        }
        return cores.isEmpty() ? available : Math.clamp(cores.size(), 1, available);
    }
}
