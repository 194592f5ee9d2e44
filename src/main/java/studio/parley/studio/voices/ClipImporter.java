package studio.parley.studio.voices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Reference;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;
import studio.parley.studio.ReferenceCut;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.journal.ReferenceImporter;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.NoVoice;
import studio.parley.voice.ReferenceFiles;

/**
 * Brings sounds into a project's {@code references/}: the file as it is (so the original stays), with the text beside it as its
 * transcript; of a long one the best stretch is heard. Reads, decodes and writes: not for a thread that must not wait. What it makes is put into the document with
 * {@link ImportedClip}, many at once in one step; a file nobody refers to does no harm.
 */
public record ClipImporter(ProjectFolder folder) {
    /** Takes in a file of any kind Parley reads; a Problem says what is wrong with another, or that no voice is in it. */
    public ImportedClip file(Path file) {
        var sound = AudioFiles.read(file);
        NoVoice.in(sound).ifPresent(why -> {
            throw why.ofFile(file.getFileName().toString(), sound);
        });
        var transcript = ReferenceFiles.transcript(file);
        try {
            var path = ReferenceImporter.put(folder, file.getFileName().toString(), Files.readAllBytes(file));
            return new ImportedClip(new Reference(path), ReferenceCut.note(new ReferenceMetadata("", "", transcript, 0, 0), sound));
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + " (" + IoProblem.reason(e) + "). Check its permissions.", e);
        }
    }

    /** Takes in what was recorded; a Problem says that no voice is in it. */
    public ImportedClip recording(Pcm sound, String name, ReferenceMetadata note) {
        NoVoice.in(sound).ifPresent(why -> {
            throw why.ofRecording(sound);
        });
        return sound(sound, name, note);
    }

    /** Takes in a sound that is no file and was judged before: a clip of the library. */
    public ImportedClip sound(Pcm sound, String name, ReferenceMetadata note) {
        return new ImportedClip(new Reference(ReferenceImporter.put(folder, name, sound)), ReferenceCut.note(note, sound));
    }

    /** The part of a clip that is used; never empty. */
    public static Pcm trimmed(Pcm sound, ReferenceMetadata note) {
        int from = Math.clamp((long) note.trimStartMillis() * sound.rate() / 1000, 0, Math.max(0, sound.frames() - 1));
        long to = Math.max(from + 1L, sound.frames() - (long) note.trimEndMillis() * sound.rate() / 1000);
        return sound.slice(from, (int) Math.min(to, sound.frames()));
    }
}
