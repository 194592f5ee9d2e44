package studio.parley.ui.voices;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.transcription.ClipTranscriber;
import studio.parley.studio.transcription.HeardWords;
import studio.parley.studio.transcription.TakeTranscript;
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
    private static final String CAUSE = "clip.heard";
    private final ProjectSession session;
    private final ReferenceSounds sounds;
    private final TranscriptRange said;
    private final Optional<ClipTranscriber> transcriber;
    private final Set<String> listening = new HashSet<>();
    /** Clips that were heard once because somebody needed their words. */
    private final Set<String> tried = new HashSet<>();
    private final Map<Compared, HeardWords> compared = new HashMap<>();

    private record Compared(String written, String heard) {}

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

    /** What is heard in the used part of a clip, if that is not its transcript and nobody has said that the transcript is right. */
    Optional<HeardWords> otherWords(ReferenceSounds.State.Ready clip, String transcript, ReferenceMetadata note) {
        if (transcript.isBlank() || transcript.equals(clip.agreed())) return Optional.empty();
        return clip.heard(note).map(TakeTranscript::text).filter(heard -> !heard.isBlank())
                .map(heard -> compared.computeIfAbsent(new Compared(transcript, heard), c -> HeardWords.of(c.written(), c.heard()))).filter(h -> !h.isSame());
    }

    /** The transcript is right, whatever was heard. */
    void keepTranscript(String path, String transcript) {
        sounds.agree(path, transcript, session.services().notices()::trouble);
    }

    /** Hears a new clip of a speaker, unless the user has switched this off. */
    void came(int speaker, String path) {
        if (session.services().preferences().get(Preferences.EARS).isEmpty()) hear(speaker, path);
    }

    /** Hears a clip that has not been heard, such as one that was there when the project was opened; once, whatever comes of it. */
    void needed(int speaker, String path) {
        if (!isListening(path) && tried.add(path)) came(speaker, path);
    }

    /** Hears a clip of a speaker, unless it is being heard. */
    void hear(int speaker, String path) {
        if (transcriber.isEmpty() || !isThere(speaker, path) || !listening.add(path)) return;
        var note = note(speaker, path);
        var file = session.project().folder().reference(path);
        sounds.changed();
        FxThread.work(() -> hear(file, note), heard -> heard(speaker, path, note, heard), thrown -> {
            listening.remove(path);
            sounds.changed();
            session.services().notices().attempt(CAUSE).failed(thrown);
        });
    }

    /** What was heard in a clip, and the words of the used part with those written. */
    private record Outcome(TakeTranscript all, String heard, String written) {}

    private Outcome hear(Path file, ReferenceMetadata note) {
        var sound = ClipImporter.sound(file);
        double from = note.trimStartMillis() / 1000.0;
        double to = sound.seconds() - note.trimEndMillis() / 1000.0;
        var all = transcriber.orElseThrow().hear(sound, from, to);
        if (!all.words().isEmpty()) sounds.store(sound, all);
        return new Outcome(all, all.between(from, to).text(), note.words(file));
    }

    private void heard(int speaker, String path, ReferenceMetadata before, Outcome outcome) {
        session.services().notices().attempt(CAUSE).succeeded();
        listening.remove(path);
        if (!outcome.all().words().isEmpty()) sounds.heard(path, outcome.all());
        boolean isAsBefore = isThere(speaker, path) && note(speaker, path).equals(before);
        if (isAsBefore && outcome.written().isBlank() && !outcome.heard().isBlank()) write(speaker, path, outcome.heard());
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
