package studio.parley.studio.project.hearing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.TakeTranscripts;
import studio.parley.studio.transcription.WordReport;

/**
 * What was heard in the takes of a project, in memory once it was asked for, and how it compares with their text. One object per open
 * project. Any thread.
 */
public final class TakeWords {
    /** What a report depends on. */
    record Question(String text, String heard, List<String> references) {}

    private record Answer(Question question, WordReport report) {}

    private final TakeTranscripts stored;
    private final Map<ClipId, TakeTranscript> transcripts = new ConcurrentHashMap<>();
    /** Of each clip the last one. */
    private final Map<ClipId, Answer> answers = new ConcurrentHashMap<>();

    public TakeWords(ClipStore clipStore) {
        this.stored = new TakeTranscripts(clipStore);
    }

    /** Empty if the clip has not been heard; reads a file until it has. */
    public Optional<TakeTranscript> transcript(ClipId clip) {
        var known = known(clip);
        if (known.isPresent()) return known;
        var found = stored.find(clip);
        found.ifPresent(t -> transcripts.put(clip, t));
        return found;
    }

    /** Likewise, but reads no file: empty also if nobody has asked for this clip. */
    public Optional<TakeTranscript> known(ClipId clip) {
        return Optional.ofNullable(transcripts.get(clip));
    }

    /** Keeps it, in memory even if it cannot be written. */
    public void put(ClipId clip, TakeTranscript heard) {
        transcripts.put(clip, heard);
        stored.put(clip, heard);
    }

    /** The reports about the takes of a document. */
    public DocumentWords in(Document document) {
        return new DocumentWords(document, this, true);
    }

    /** Likewise, for a thread that must not read files: only of takes that are in memory. */
    public DocumentWords knownIn(Document document) {
        return new DocumentWords(document, this, false);
    }

    WordReport report(ClipId clip, Question question, Function<Question, WordReport> compute) {
        var known = answers.get(clip);
        if (known != null && known.question().equals(question)) return known.report();
        var report = compute.apply(question);
        answers.put(clip, new Answer(question, report));
        return report;
    }
}
