package studio.parley.studio.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.Transcript.Segment;
import studio.parley.recognition.Transcript.Word;
import studio.parley.studio.export.Cue;

/** Subtitles of a transcript: a segment is one, or several if it is too long to read at once. */
public final class TranscriptCues {
    private static final int MOST_CHARACTERS = 84;
    private static final double MOST_SECONDS = 7;

    private TranscriptCues() {}

    public static List<Cue> of(Transcript transcript) {
        var out = new ArrayList<Cue>();
        for (var segment : transcript.segments()) {
            if (segment.words().isEmpty()) out.add(new Cue(out.size() + 1, millis(segment.from()), millis(segment.to()), "", segment.text(), List.of()));
            else for (var words : parts(segment)) out.add(cue(out.size() + 1, words, joint(transcript)));
        }
        return out;
    }

    /** As few parts of about equal length as are short enough. */
    private static List<List<Word>> parts(Segment segment) {
        var words = segment.words();
        int count = (int) Math.max(Math.ceil(segment.text().length() / (double) MOST_CHARACTERS), Math.ceil((segment.to() - segment.from()) / MOST_SECONDS));
        var out = new ArrayList<List<Word>>();
        double share = segment.text().length() / (double) Math.max(1, count);
        double filled = 0;
        var part = new ArrayList<Word>();
        for (var word : words) {
            filled += word.text().length() + 1;
            part.add(word);
            if (filled < share * (out.size() + 1) || word == words.getLast()) continue;
            out.add(List.copyOf(part));
            part.clear();
        }
        out.add(List.copyOf(part));
        return out;
    }

    private static Cue cue(int number, List<Word> words, String joint) {
        var timed = words.stream().map(w -> new Cue.TimedWord(w.text(), millis(w.from()), millis(w.to()))).toList();
        var text = words.stream().map(Word::text).collect(Collectors.joining(joint));
        return new Cue(number, millis(words.getFirst().from()), Math.max(millis(words.getLast().to()), millis(words.getFirst().from()) + 1), "", text, timed);
    }

    /** What is between words: nothing in languages that are written without spaces. */
    private static String joint(Transcript transcript) {
        return transcript.segments().stream().anyMatch(s -> s.text().contains(" ")) || transcript.words().size() < 2 ? " " : "";
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
