package studio.parley.studio.voices;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.voice.Consent;
import studio.parley.voice.VoiceClip;
import studio.parley.voice.VoiceLibrary;

/**
 * The user's voice library for all projects: clips are stored trimmed, with name, transcript, style and consent, and restored the same way.
 * Any thread, but slow.
 */
public final class VoiceLibraryService {
    private final VoiceLibrary library;

    public VoiceLibraryService(Path folder) {
        library = new VoiceLibrary(folder);
    }

    /** The library of a user. */
    public static VoiceLibraryService of(AppDirectories directories) {
        return new VoiceLibraryService(directories.data().resolve("voices"));
    }

    public VoiceLibrary library() {
        return library;
    }

    /** Adds a project's clip to the library under a speaker's name. */
    public VoiceClip add(ProjectFolder folder, String name, String path, ReferenceMetadata note) {
        var file = folder.reference(path);
        var sound = ClipImporter.trimmed(AudioFiles.read(file), note);
        var clip = library.add(sound, name, note.words(file), Consent.ofNote(note.consent(), LocalDate.now()));
        if (note.mood().isBlank()) return clip;
        var moods = new TreeSet<>(clip.moods());
        moods.add(note.mood());
        var tagged = clip.withMoods(moods);
        library.save(tagged);
        return tagged;
    }

    /** Adds a clip of the library to a project. */
    public ImportedClip take(VoiceClip clip, ProjectFolder folder) {
        var mood = clip.moods().size() == 1 ? clip.moods().first() : "";
        var consent = Optional.of(clip).flatMap(VoiceClip::consent).map(Consent::text).orElse("");
        return new ClipImporter(folder).sound(library.sound(clip), clip.name(), new ReferenceMetadata(mood, consent, clip.transcript(), false, 0, 0));
    }
}
