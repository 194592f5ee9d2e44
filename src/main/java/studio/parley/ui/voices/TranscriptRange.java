package studio.parley.ui.voices;

import java.util.HashMap;
import java.util.Map;
import studio.parley.studio.document.model.EstimatedLength;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.transcription.HeardCut;
import studio.parley.voice.WordCut;
import studio.parley.voice.WordCut.Stretch;

/**
 * The range of a clip that its transcript covers: the part that was used when it was first seen, so that a later cut leaves some words out,
 * and undoing either is right again. JavaFX thread only.
 */
final class TranscriptRange {
    /** A transcript that would take this much longer than the used part belongs to the whole clip. */
    private static final double TOO_MANY = 1.6;

    private record Words(String path, String transcript) {}

    private final Map<Words, Stretch> known = new HashMap<>();

    /** A new clip with a transcript of all of it. */
    void whole(String path, String transcript) {
        if (!transcript.isBlank()) known.putIfAbsent(new Words(path, transcript), new Stretch(0, Integer.MAX_VALUE));
    }

    /** The transcript covers the current part, whatever was guessed. */
    void fit(String path, String transcript, int millis, ReferenceMetadata note) {
        known.put(new Words(path, transcript), heard(millis, note));
    }

    /** The words that are outside the current part. */
    WordCut cut(String path, String transcript, ReferenceSounds.State.Ready clip, ReferenceMetadata note) {
        int millis = millis(clip);
        var heard = heard(millis, note);
        var timed = clip.heard().flatMap(h -> HeardCut.of(transcript, h, heard.from() / 1000.0, heard.to() / 1000.0));
        if (timed.isPresent()) return timed.get();
        var said = known.computeIfAbsent(new Words(path, transcript), w -> guess(transcript, millis, heard));
        return WordCut.of(transcript, clip.sounding(), new Stretch(said.from(), Math.min(said.to(), millis)), heard);
    }

    private static Stretch guess(String transcript, int millis, Stretch heard) {
        boolean whole = EstimatedLength.seconds(transcript) * 1000 > TOO_MANY * (heard.to() - heard.from());
        return whole ? new Stretch(0, millis) : heard;
    }

    private static Stretch heard(int millis, ReferenceMetadata note) {
        return new Stretch(note.trimStartMillis(), Math.max(note.trimStartMillis() + 1, millis - note.trimEndMillis()));
    }

    static int millis(ReferenceSounds.State.Ready clip) {
        return (int) Math.round(clip.sound().seconds() * 1000);
    }
}
