package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.problem.Problem;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.Transcript.Segment;
import studio.parley.recognition.Transcript.Word;

class TranscriptFormatTest {
    private static final Path FILE = Path.of("talk.wav");

    private static Segment segment(double from, String... words) {
        var timed = new ArrayList<Word>();
        for (var word : words) timed.add(new Word(word, from + timed.size() * 0.5, from + timed.size() * 0.5 + 0.4, 0.75));
        return new Segment(from, timed.getLast().to(), String.join(" ", words), timed, -0.25, 0.0625);
    }

    private static String write(TranscriptFormat format, Segment... segments) {
        return format.write(FILE, new Transcript("en", 9.5, List.of(segments)));
    }

    @Test
    void wordsHaveTheirTimesInWebVtt() {
        assertEquals("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.900\nselfish <00:00:01.500>is <00:00:02.000>&lt;a&gt; <00:00:02.500>is\n",
                write(TranscriptFormat.VTT, segment(1, "selfish", "is", "<a>", "is")));
    }

    @Test
    void otherFormats() {
        assertEquals("1\n00:00:01,000 --> 00:00:01,900\nOh no.\n\n2\n00:00:03,000 --> 00:00:03,400\nYes.\n\n",
                write(TranscriptFormat.SRT, segment(1, "Oh", "no."), segment(3, "Yes.")));
        assertEquals("Oh no.\nYes.\n", write(TranscriptFormat.TEXT, segment(1, "Oh", "no."), segment(3, "Yes.")));
        assertEquals("1.000\t1.400\t0.750\tOh\n1.500\t1.900\t0.750\tno.\n", write(TranscriptFormat.WORDS, segment(1, "Oh", "no.")));
        assertEquals("{\"file\":\"talk.wav\",\"language\":\"en\",\"seconds\":9.500,\"text\":\"Oh\",\"segments\":[{\"from\":1.000,\"to\":1.400,\"text\":\"Oh\",\"words\":"
                + "[{\"text\":\"Oh\",\"from\":1.000,\"to\":1.400,\"probability\":0.750}],\"average_log_probability\":-0.250,\"no_speech\":0.063}]}\n",
                write(TranscriptFormat.JSON, segment(1, "Oh")));
    }

    @Test
    void longSegmentsAreSeveralCues() {
        var words = new String[60];
        java.util.Arrays.fill(words, "lighthouse");
        var cues = TranscriptCues.of(new Transcript("en", 40, List.of(segment(0, words))));
        assertTrue(cues.stream().allMatch(c -> c.text().length() <= 95 && c.to() - c.from() <= 7_600), cues.toString());
        assertEquals(60, cues.stream().mapToInt(c -> c.words().size()).sum());
        assertEquals(List.of(), TranscriptCues.of(new Transcript("en", 1, List.of())));
    }

    @Test
    void theExtensionNamesTheFormat() {
        assertEquals(TranscriptFormat.VTT, TranscriptFormat.of(Path.of("A.VTT")));
        assertThrows(Problem.class, () -> TranscriptFormat.of(Path.of("a.docx")));
    }
}
