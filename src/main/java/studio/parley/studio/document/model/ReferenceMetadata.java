package studio.parley.studio.document.model;

import studio.parley.dialogue.Characters;

/**
 * What is known of a reference clip besides its file.
 *
 * @param mood a word to choose it by ("calm"); may be empty
 * @param consent who agreed to the use of this voice, and when, in words; empty when nothing is recorded
 * @param transcript the words in the clip; empty: those in the text file beside it
 * @param trimStartMillis and {@code trimEndMillis}: how much of beginning and end is not used
 */
public record ReferenceMetadata(String mood, String consent, String transcript, int trimStartMillis, int trimEndMillis) {
    public static final ReferenceMetadata NONE = new ReferenceMetadata("", "", "", 0, 0);

    public ReferenceMetadata {
        mood = Characters.text(mood);
        consent = Characters.text(consent);
        transcript = Characters.text(transcript);
        DocumentLimits.millis(trimStartMillis, trimEndMillis);
    }
}
