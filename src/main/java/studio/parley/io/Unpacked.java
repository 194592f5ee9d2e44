package studio.parley.io;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Resources of jars as files, for libraries that can only use files. */
public final class Unpacked {
    private Unpacked() {}

    /**
     * A folder below {@code parent} with these resources, unpacked unless it exists; its name consists of {@code name} and their checksums,
     * so that another version gets another folder.
     */
    public static Path folder(Path parent, String name, List<URL> resources) throws IOException {
        var folder = Files.createDirectories(parent.resolve(name + "-" + Long.toHexString(fingerprint(resources))));
        for (var url : resources) place(url, folder.resolve(fileName(url)));
        return folder;
    }

    /** The name of a resource without its path. */
    public static String fileName(URL resource) {
        return resource.getPath().substring(resource.getPath().lastIndexOf('/') + 1);
    }

    /** From the checksums in the jar. */
    private static long fingerprint(List<URL> resources) throws IOException {
        long sum = 17;
        for (var url : resources) {
            var crc = url.openConnection() instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : size(url);
            sum = sum * 1_000_003 + crc;
        }
        return sum;
    }

    private static void place(URL url, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == size(url)) return;
        var part = TempFolder.file(".part");
        try (var in = url.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            move(part, file);
        } catch (FileSystemException e) {
            if (!Files.exists(file)) throw e;   // another Parley process was faster and Windows holds its file open
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static long size(URL url) throws IOException {
        return url.openConnection().getContentLengthLong();
    }
}
