package studio.parley.studio.document.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.Sha256;

/** Copies audio files into a project: to {@code references/} under their own name and a part of their hash. */
public final class ReferenceImporter {
    private static final int HASH_DIGITS = 12;
    private static final int LONGEST_NAME = 60;

    private ReferenceImporter() {}

    /**
     * Copies a file's content into the project; nothing is written if it is there already.
     *
     * @param name of the original file, with its extension
     * @return its path in the document, such as {@code references/ann-0123456789ab.wav}
     */
    public static String put(ProjectFolder folder, String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        var stem = plain(dot > 0 ? name.substring(0, dot) : name, LONGEST_NAME);
        var ending = dot > 0 ? plain(name.substring(dot + 1), 8).toLowerCase(Locale.ROOT) : "";
        var own = stem + "-" + Sha256.hex(content).substring(0, HASH_DIGITS) + (ending.isEmpty() ? "" : "." + ending);
        Disk.folder(folder.references());
        var file = folder.references().resolve(own);
        if (!Files.isRegularFile(file) || file.toFile().length() != content.length) AtomicFile.write(file, content);
        return folder.references().getFileName() + "/" + own;
    }

    /** Writes audio that is not a file yet into the project, as WAV. */
    public static String put(ProjectFolder folder, String stem, Pcm sound) {
        Disk.folder(folder.references());
        var file = folder.references().resolve(".new-" + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId() + ".wav");
        try {
            WavFiles.write(file, sound, SampleFormat.FLOAT_32);
            return put(folder, stem + ".wav", Files.readAllBytes(file));
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        } finally {
            file.toFile().delete();
        }
    }

    /** Letters, digits, dots, underscores; other characters become hyphens. */
    private static String plain(String name, int most) {
        var clean = name.replaceAll("[^\\p{L}\\p{M}\\p{N}_.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        if (clean.codePointCount(0, clean.length()) > most) clean = clean.substring(0, clean.offsetByCodePoints(0, most));
        return clean.isEmpty() ? "clip" : clean;
    }
}
