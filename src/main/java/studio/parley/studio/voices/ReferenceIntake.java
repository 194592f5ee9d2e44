package studio.parley.studio.voices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import studio.parley.audio.AudioFiles;
import studio.parley.audio.Pcm;
import studio.parley.audio.SampleFormat;
import studio.parley.audio.Wav;
import studio.parley.dialogue.Reference;
import studio.parley.problem.Problem;
import studio.parley.studio.document.ProjectFolder;
import studio.parley.studio.document.ReferenceNote;
import studio.parley.voice.ReferenceFiles;
import studio.parley.voice.Step;

/**
 * Brings sounds into a project's {@code references/}: the file as it is (so the original stays), with the text beside it as its
 * transcript. Reads, decodes and writes: not for a thread that must not wait. What it makes is put into the document with
 * {@link Incoming}; a file nobody refers to does no harm.
 */
public record ReferenceIntake(ProjectFolder folder) {
    private static final int MOST_NAMES = 10_000;

    /** Takes in a file of any kind Parley reads; a Problem says what is wrong with another. */
    public Incoming file(Path file) {
        if (AudioFiles.read(file).frames() == 0) throw Problem.input(file + " is empty. Choose another recording.");
        var transcript = ReferenceFiles.transcript(file);
        return new Incoming(new Reference(copied(file)), new ReferenceNote("", "", transcript, 0, 0));
    }

    /** Takes in a sound that is no file yet: a recording, or a clip of the library. */
    public Incoming sound(Pcm sound, String name, ReferenceNote note) {
        if (sound.frames() == 0) throw Problem.input("Nothing was recorded. Check the microphone and try again.");
        return new Incoming(new Reference(written(sound, name)), note);
    }

    /** A mended copy of a clip; the original stays. Steps that change the length are done on what is left after trimming. */
    public Incoming mended(String path, ReferenceNote note, Step step) {
        var sound = AudioFiles.read(folder.reference(path));
        var transcript = note.transcript().isBlank() ? ReferenceFiles.transcript(folder.reference(path)) : note.transcript();
        boolean cuts = step instanceof Step.RemoveLongSilences || step instanceof Step.TrimEdges;
        if (cuts) sound = trimmed(sound, note);
        if (step instanceof Step.RemoveLongSilences) sound = sound.toMono();
        var mended = new ReferenceNote(note.mood(), note.consent(), transcript, cuts ? 0 : note.trimStartMillis(), cuts ? 0 : note.trimEndMillis());
        return new Incoming(new Reference(written(step.apply(sound), plain(path))), mended);
    }

    /** The part of a clip that is used; never empty. */
    public static Pcm trimmed(Pcm sound, ReferenceNote note) {
        int from = Math.clamp((long) note.trimStartMillis() * sound.rate() / 1000, 0, Math.max(0, sound.frames() - 1));
        long to = Math.max(from + 1L, sound.frames() - (long) note.trimEndMillis() * sound.rate() / 1000);
        return sound.slice(from, (int) Math.min(to, sound.frames()));
    }

    private String copied(Path file) {
        var source = file.toAbsolutePath().normalize();
        if (source.startsWith(folder.references())) return relative(source);
        var name = source.getFileName().toString();
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 ? name.substring(dot).toLowerCase(Locale.ROOT) : "";
        try {
            Files.createDirectories(folder.references());
            for (int i = 1; i < MOST_NAMES; i++) {
                var target = target(plain(name), i, ending);
                if (Files.exists(target) && Files.mismatch(source, target) >= 0) continue;
                if (!Files.exists(target)) Files.copy(source, target);
                return relative(target);
            }
        } catch (IOException e) {
            throw Problem.disk("Could not copy " + source + " into " + folder.references() + " (" + e.getMessage() + "). Check permissions and free space.", e);
        }
        throw Problem.disk("There are too many files called " + name + " in " + folder.references() + ".", new IOException("names"));
    }

    private String written(Pcm sound, String name) {
        try {
            Files.createDirectories(folder.references());
            for (int i = 1; i < MOST_NAMES; i++) {
                var target = target(plain(name), i, ".wav");
                if (Files.exists(target)) continue;
                Wav.write(target, sound, SampleFormat.FLOAT_32);
                return relative(target);
            }
        } catch (IOException e) {
            throw Problem.disk("Could not write into " + folder.references() + " (" + e.getMessage() + "). Check permissions and free space.", e);
        }
        throw Problem.disk("There are too many files called " + name + " in " + folder.references() + ".", new IOException("names"));
    }

    private Path target(String name, int number, String ending) {
        return folder.references().resolve(name + (number == 1 ? "" : "-" + number) + ending);
    }

    private String relative(Path file) {
        return folder.root().relativize(file).toString().replace('\\', '/');
    }

    /** A file name without folders, ending and anything a file system may refuse. */
    static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        var safe = (dot > 0 ? last.substring(0, dot) : last).replaceAll("[\\p{Cntrl}<>:\"|?*/\\\\]+", " ").strip().replaceAll("[. ]+$", "");
        var fitting = safe.length() > 80 ? safe.substring(0, 80).strip() : safe;
        return fitting.isEmpty() ? "voice" : fitting;
    }
}
