package studio.parley.ui.voices;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.transcription.ClipTranscriber;
import studio.parley.studio.transcription.HeardWords;
import studio.parley.studio.voices.ClipImporter;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.Preferences;
import studio.parley.ui.session.ProjectSession;

/**
 * Hears new clips in the background: the words of one without a transcript are written down, those of the others compared with it. What somebody
 * types meanwhile, or a clip that is gone by then, is left alone. JavaFX thread only.
 */
final class ClipHearing {
    private final ProjectSession session;
    private final ReferenceSounds sounds;
    private final TranscriptRange said;
    private final Optional<ClipTranscriber> transcriber;
    private final Set<String> listening = new HashSet<>();
    /** Clips in which something else is heard than their transcript says. */
    private final Map<String, HeardWords> differing = new HashMap<>();

    ClipHearing(ProjectSession session, ReferenceSounds sounds, TranscriptRange said) {
        this.session = session;
        this.sounds = sounds;
        this.said = said;
        this.transcriber = ClipTranscriber.of(session.services().directories());
    }

    boolean isListening(String path) {
        return listening.contains(path);
    }

    boolean isAvailable() {
        return transcriber.isPresent();
    }

    /** What is heard in a clip instead of its transcript. */
    Optional<String> otherWords(String path, String transcript) {
        return Optional.ofNullable(differing.get(path)).filter(h -> h.written().equals(transcript)).map(HeardWords::heard);
    }

    /** The transcript is right, whatever was heard. */
    void keepTranscript(String path) {
        differing.remove(path);
        sounds.changed();
    }

    /** Hears a new clip of a speaker, unless the user has switched this off. */
    void came(int speaker, String path) {
        if (session.services().preferences().get(Preferences.EARS).isEmpty()) hear(speaker, path);
    }

    /** Hears a clip of a speaker, unless it is being heard. */
    void hear(int speaker, String path) {
        if (transcriber.isEmpty() || !isThere(speaker, path) || !listening.add(path)) return;
        var note = note(speaker, path);
        var file = session.project().folder().reference(path);
        sounds.changed();
        FxThread.work(() -> HeardWords.of(note.words(file), transcriber.get().words(ClipImporter.trimmed(ClipImporter.sound(file), note))), heard -> heard(speaker, path, note, heard),
                thrown -> {
                    listening.remove(path);
                    sounds.changed();
                    session.services().notices().trouble(thrown);
                });
    }

    private void heard(int speaker, String path, ReferenceMetadata before, HeardWords words) {
        listening.remove(path);
        if (isThere(speaker, path) && note(speaker, path).equals(before) && !words.heard().isBlank()) {
            if (words.written().isBlank()) write(speaker, path, words.heard());
            else if (!words.isSame()) differing.put(path, words);
        }
        sounds.changed();
    }

    private void write(int speaker, String path, String words) {
        var note = note(speaker, path).withHeard(words);
        if (sounds.of(path) instanceof ReferenceSounds.State.Ready ready) said.fit(path, words, TranscriptRange.millis(ready), note);
        session.edit(ProjectEdits.note(speaker, path, note));
        session.services().notices().info(Messages.of("voices.heard.done"));
    }

    private boolean isThere(int speaker, String path) {
        return session.document().conversation().speakers().stream().filter(s -> s.number() == speaker).anyMatch(s -> s.references().stream().anyMatch(r -> r.path().equals(path)));
    }

    private ReferenceMetadata note(int speaker, String path) {
        return session.document().track(speaker).reference(path);
    }
}
