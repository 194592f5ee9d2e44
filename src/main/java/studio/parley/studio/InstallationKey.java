package studio.parley.studio;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.watermark.WatermarkKey;

/** The watermark key of this installation: created once, readable by its owner only, never replaced by the program. */
public final class InstallationKey {
    private InstallationKey() {}

    /** The key in the file, created if there is none. */
    public static WatermarkKey of(Path file) {
        var text = Disk.text(file);
        if (text.isPresent()) return read(file, text.get());
        var fresh = WatermarkKey.random();
        Disk.folder(Disk.parent(file));
        try {
            create(file, fresh.text() + "\n");
            return fresh;
        } catch (FileAlreadyExistsException anotherParleyWasFaster) {
            return read(file, Disk.text(file).orElse(""));
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }

    static WatermarkKey read(Path file, String text) {
        try {
            return WatermarkKey.parse(text);
        } catch (Problem p) {
            throw new Problem(Problem.Kind.INPUT, file + " does not contain a valid watermark key. Restore it from a backup, "
                    + "or delete it to get a new key; watermarks made with the old key can then only be found with the old key.", p);
        }
    }

    /** Complete from the start, never replacing another: written to a temporary file, then linked to its name. */
    private static void create(Path file, String text) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        if (!posix) {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return;
        }
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var part = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part", owner);
        try {
            Files.writeString(part, text);
            Files.createLink(file, part);
        } finally {
            Files.delete(part);
        }
    }
}
