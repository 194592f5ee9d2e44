package studio.parley.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.transcription.ClipTranscriber;
import studio.parley.studio.transcription.HeardWords;
import studio.parley.voice.ReferenceClip;
import studio.parley.voice.ReferenceFiles;

/**
 * Where the words of reference clips come from: the text file next to a clip, else a recogniser.
 *
 * @param recogniser empty: clips need a text file
 * @param notices receives a sentence for each clip whose words were heard, or are not those of its text
 */
public record ClipTranscripts(Optional<ClipTranscriber> recogniser, Consumer<String> notices) {
    /** Only what somebody has written. */
    public static final ClipTranscripts WRITTEN = new ClipTranscripts(Optional.empty(), notice -> { });

    /** A clip of a speaker with its words. */
    public ReferenceClip clip(int speaker, Path file) {
        if (!Files.isRegularFile(file)) throw Problem.input("There is no reference clip " + file + ". Check the path.");
        var written = ReferenceFiles.transcript(file);
        if (written.isEmpty()) return heard(speaker, file);
        recogniser.map(r -> HeardWords.of(written, r.words(used(file)))).ifPresent(h -> question(file, h));
        return new ReferenceClip(speaker, file, written);
    }

    /** Single words may be the recogniser's mistake. */
    private void question(Path file, HeardWords words) {
        if (words.heard().isEmpty() || !words.isFarFrom()) return;
        notices.accept(ReferenceFiles.beside(file) + " does not say what is heard in " + file.getFileName() + ": \"" + words.heard()
                + "\" Correct it if that is right, because a wrong transcript makes a worse voice.");
    }

    /** The part of a clip that is used. */
    private static Pcm used(Path file) {
        var sound = AudioFiles.read(file);
        return ReferenceCut.note(ReferenceMetadata.NONE, sound).trimmed(sound);
    }

    private ReferenceClip heard(int speaker, Path file) {
        var words = recogniser.map(r -> r.words(used(file))).orElse("");
        if (words.isEmpty()) {
            throw Problem.input("The reference clip " + file + " has no transcript" + (recogniser.isPresent() ? ", and no words were understood in it" : "")
                    + ". Write what is said in it to " + ReferenceFiles.beside(file) + ".");
        }
        notices.accept("Heard in " + file + ": \"" + words + "\" Check it and write it to " + ReferenceFiles.beside(file) + ", because a wrong transcript makes a worse voice.");
        return new ReferenceClip(speaker, file, words, true);
    }
}
