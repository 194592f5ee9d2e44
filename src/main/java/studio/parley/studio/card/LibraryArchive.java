package studio.parley.studio.card;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.onnx.CardLibraries;
import studio.parley.problem.Problem;

/** A downloaded jar or wheel: both are zip files. Only libraries of this system and licences are taken out, by their last names. */
final class LibraryArchive {
    private static final int PIECE = 1 << 16;
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.+-]{0,100}";
    private final Path file;

    LibraryArchive(Path file) {
        this.file = file;
    }

    /** Bytes of what {@link #unpack} writes. */
    long size() {
        return read(zip -> wanted(zip).stream().mapToLong(ZipEntry::getSize).sum());
    }

    /** Writes libraries into a folder, each whole or not at all, and puts their sizes into {@code files}; licences into a folder of their own. */
    void unpack(Path folder, Map<String, Long> files, LongConsumer written) {
        Disk.folder(folder.resolve("licences"));
        read(zip -> {
            for (var entry : wanted(zip)) {
                var name = lastName(entry);
                if (isLicence(entry)) copy(zip, entry, folder.resolve("licences").resolve(label() + "-" + name), written);
                else files.put(name, copy(zip, entry, folder.resolve(name), written));
            }
            return files;
        });
    }

    private String label() {
        return String.valueOf(file.getFileName()).replaceFirst("-\\d.*", "");
    }

    private List<? extends ZipEntry> wanted(ZipFile zip) {
        var platform = CardLibraries.platform().orElse("none");
        return zip.stream().filter(e -> !e.isDirectory() && lastName(e).matches(NAME)).filter(e -> isLicence(e) || isLibrary(e, platform)).toList();
    }

    private static boolean isLibrary(ZipEntry entry, String platform) {
        var name = lastName(entry);
        var natives = "ai/onnxruntime/native/";
        if (entry.getName().startsWith(natives)) return entry.getName().startsWith(natives + platform + "/") && CardLibraries.required().contains(name);
        // NVBLAS replaces other programs' BLAS, and .alt is for systems without threads.
        boolean spare = name.contains("nvblas") || name.contains(".alt.");
        return entry.getName().startsWith("nvidia/") && !spare && (name.endsWith(".dll") || name.matches(".+\\.so(\\.\\d+)*"));
    }

    private static boolean isLicence(ZipEntry entry) {
        return entry.getName().matches("ThirdPartyNotices.txt|LICENSE|Privacy.md|.*\\.dist-info/(licenses/)?[Ll][Ii][Cc][Ee][Nn][Ss][Ee][^/]*");
    }

    private static String lastName(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private static long copy(ZipFile zip, ZipEntry entry, Path to, LongConsumer written) throws IOException {
        var part = to.resolveSibling(to.getFileName() + ".part");
        long size = 0;
        try (var in = zip.getInputStream(entry); var out = Files.newOutputStream(part)) {
            var piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                if (Thread.currentThread().isInterrupted()) throw new CancellationException("unpacking was stopped");
                out.write(piece, 0, n);
                size += n;
                written.accept(n);
            }
        }
        Disk.force(part);
        Disk.move(part, to);
        return size;
    }

    private interface Use<T> {
        T of(ZipFile zip) throws IOException;
    }

    private <T> T read(Use<T> use) {
        try (var zip = new ZipFile(file.toFile())) {
            return use.of(zip);
        } catch (Problem | ClosedByInterruptException e) {
            if (e instanceof Problem p && !Thread.currentThread().isInterrupted()) throw p;
            throw new CancellationException("unpacking was stopped");
        } catch (ZipException e) {
            throw Problem.model(file + " is not a zip file, although its hash is right. Report this to Parley's authors.");
        } catch (IOException e) {
            throw IoProblem.of("unpack", file, e);
        }
    }
}
