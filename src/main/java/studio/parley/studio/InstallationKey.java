package studio.parley.studio;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.PrivateFile;
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
        try {
            PrivateFile.create(file, fresh.text() + "\n");
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
}
