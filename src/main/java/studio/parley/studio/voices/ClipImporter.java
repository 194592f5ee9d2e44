package studio.parley.studio.voices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.dialogue.Reference;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.Sha256;
import studio.parley.io.TempFolder;
import studio.parley.problem.Problem;
import studio.parley.studio.ReferenceCut;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.ClipFilter;
import studio.parley.voice.ReferenceClip;
import studio.parley.voice.ReferenceFiles;
import studio.parley.voice.ReferenceRejection;

/**
 * Brings sounds into a project's {@code references/} under their own name and a piece of their hash: the file as it is (so the original
 * stays), with the text beside it as its transcript; of a long one the best stretch is heard. Reads, decodes and writes: not for a
 * thread that must not wait. What it makes is put into the document with {@link ImportedClip}, many at once in one step; a file nobody
 * refers to does no harm.
 */
public record ClipImporter(ProjectFolder folder) {
    private static final int HASH_DIGITS = 12;
    private static final int LONGEST_NAME = 60;

    /** Takes in a file of any kind Parley reads; a Problem says what is wrong with another, or that no voice is in it. */
    public ImportedClip file(Path file) {
        var sound = AudioFiles.read(file);
        ReferenceRejection.in(sound).ifPresent(why -> {
            throw why.ofFile(file.getFileName().toString(), sound);
        });
        return copied(file, sound, ReferenceMetadata.NONE.withTranscript(ReferenceFiles.transcript(file)));
    }

    /** Takes in a clip whose words are known, whatever is in it. */
    public ImportedClip clip(ReferenceClip clip) {
        var note = clip.unconfirmed() ? ReferenceMetadata.NONE.withHeard(clip.transcript()) : ReferenceMetadata.NONE.withTranscript(clip.transcript());
        return copied(clip.file(), sound(clip.file()), note);
    }

    /** An unreadable clip is reported when a line is rendered with it. */
    public static Pcm sound(Path file) {
        try {
            return AudioFiles.read(file);
        } catch (Problem unreadable) {
            return Pcm.silence(1000, 1, 0);
        }
    }

    private ImportedClip copied(Path file, Pcm sound, ReferenceMetadata note) {
        try {
            var path = put(file.getFileName().toString(), Files.readAllBytes(file));
            return new ImportedClip(path, ReferenceCut.note(note, sound));
        } catch (IOException e) {
            throw IoProblem.of("read", file, e);
        }
    }

    /** Takes in what was recorded; a Problem says that no voice is in it. */
    public ImportedClip recording(Pcm sound, String name, ReferenceMetadata note) {
        ReferenceRejection.in(sound).ifPresent(why -> {
            throw why.ofRecording(sound);
        });
        return sound(sound, name, note);
    }

    /** Takes in a sound that is no file and was judged before: a clip of the library. */
    public ImportedClip sound(Pcm sound, String name, ReferenceMetadata note) {
        return whole(sound, name, ReferenceCut.note(note, sound));
    }

    /** The same, used as noted however long it is. */
    public ImportedClip whole(Pcm sound, String name, ReferenceMetadata note) {
        return new ImportedClip(put(name, sound), note);
    }

    /** Another file for a clip of which this is known: all of it stays. */
    public ImportedClip instead(ReferenceMetadata note, Path file) {
        var made = file(file);
        return new ImportedClip(made.reference(), note.transcript().isBlank() ? note.withTranscript(made.note().transcript()) : note);
    }

    /** A mended copy of what is used of a clip, with its notes, untrimmed. The old file stays. */
    public ImportedClip repaired(String path, ReferenceMetadata note, List<ClipFilter> steps) {
        var file = folder.reference(path);
        var sound = note.trimmed(AudioFiles.read(file));
        for (var step : steps) sound = step.apply(sound);
        if (sound.frames() == 0) throw Problem.input("This would remove all of " + file + ". Choose another fix.");
        var name = Path.of(path).getFileName().toString().replaceFirst("(-[0-9a-f]{" + HASH_DIGITS + "})?\\.[^.]*$", "");
        return new ImportedClip(put(name, sound), note.withTranscript(note.words(file)).withTrim(0, 0));
    }

    /** The part of a clip that is used; never empty. */
    public static Pcm trimmed(Pcm sound, ReferenceMetadata note) {
        var left = note.trimmed(sound);
        int from = Math.clamp((long) note.trimStartMillis() * sound.rate() / 1000, 0, Math.max(0, sound.frames() - 1));
        return left.frames() > 0 || sound.frames() == 0 ? left : sound.slice(from, from + 1);
    }

    private Reference put(String stem, Pcm sound) {
        var file = TempFolder.file(".wav");
        try {
            WavFiles.write(file, sound, SampleFormat.FLOAT_32);
            return put(stem + ".wav", Files.readAllBytes(file));
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        } finally {
            file.toFile().delete();
        }
    }

    /** Nothing is written when it is there already. */
    private Reference put(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        var stem = plain(dot > 0 ? name.substring(0, dot) : name, LONGEST_NAME);
        var ending = dot > 0 ? plain(name.substring(dot + 1), 8).toLowerCase(Locale.ROOT) : "";
        var own = stem + "-" + Sha256.hex(content).substring(0, HASH_DIGITS) + (ending.isEmpty() ? "" : "." + ending);
        Disk.folder(folder.references());
        var file = folder.references().resolve(own);
        if (!Files.isRegularFile(file) || file.toFile().length() != content.length) AtomicFile.write(file, content);
        return new Reference(folder.references().getFileName() + "/" + own);
    }

    /** Letters, digits, dots and underscores stay; everything else becomes a hyphen. */
    private static String plain(String name, int most) {
        var clean = name.replaceAll("[^\\p{L}\\p{M}\\p{N}_.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        if (clean.codePointCount(0, clean.length()) > most) clean = clean.substring(0, clean.offsetByCodePoints(0, most));
        return clean.isEmpty() ? "clip" : clean;
    }
}
