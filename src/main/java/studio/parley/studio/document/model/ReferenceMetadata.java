package studio.parley.studio.document.model;

import java.nio.file.Path;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.AllowedText;
import studio.parley.voice.ReferenceFiles;

/**
 * What is known of a reference clip besides its file.
 *
 * @param mood a word to choose it by ("calm"); may be empty
 * @param consent who agreed to the use of this voice, and when, in words; empty when nothing is recorded
 * @param transcript the words in the clip; empty: those in the text file beside it
 * @param unconfirmed whether the transcript was recognised by a program and nobody has checked it
 * @param trimStartMillis and {@code trimEndMillis}: how much of beginning and end is not used
 */
public record ReferenceMetadata(String mood, String consent, String transcript, boolean unconfirmed, int trimStartMillis, int trimEndMillis) {
    public static final ReferenceMetadata NONE = new ReferenceMetadata("", "", "", false, 0, 0);

    public ReferenceMetadata {
        mood = AllowedText.text(mood);
        consent = AllowedText.text(consent);
        transcript = AllowedText.text(transcript);
        DocumentLimits.millis(trimStartMillis, trimEndMillis);
    }

    public ReferenceMetadata withMood(String other) {
        return new ReferenceMetadata(other, consent, transcript, unconfirmed, trimStartMillis, trimEndMillis);
    }

    public ReferenceMetadata withConsent(String other) {
        return new ReferenceMetadata(mood, other, transcript, unconfirmed, trimStartMillis, trimEndMillis);
    }

    /** With words that somebody has typed or confirmed. */
    public ReferenceMetadata withTranscript(String other) {
        return new ReferenceMetadata(mood, consent, other, false, trimStartMillis, trimEndMillis);
    }

    /** With words that a recogniser has heard; nobody has checked them. */
    public ReferenceMetadata withHeard(String words) {
        return new ReferenceMetadata(mood, consent, words, !words.isBlank(), trimStartMillis, trimEndMillis);
    }

    public ReferenceMetadata withTrim(int startMillis, int endMillis) {
        return new ReferenceMetadata(mood, consent, transcript, unconfirmed, startMillis, endMillis);
    }

    public boolean isTrimmed() {
        return trimStartMillis > 0 || trimEndMillis > 0;
    }

    /** The transcript, else the text in the file beside the clip; empty when there is none. */
    public String words(Path file) {
        return transcript.isBlank() ? ReferenceFiles.transcript(file) : transcript.strip();
    }

    /** The part of a clip that is used; may be empty. */
    public Pcm trimmed(Pcm whole) {
        return whole.trimmed(trimStartMillis, trimEndMillis);
    }
}
