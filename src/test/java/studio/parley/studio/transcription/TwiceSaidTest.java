package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.recognition.RepeatedSpeech;
import studio.parley.recognition.RepeatedSpeech.Repetition;

class TwiceSaidTest {
    /** Words of half a second each. */
    private static String said(String heard, double from, double middle, double to) {
        var words = new ArrayList<TakeTranscript.Word>();
        for (var word : heard.split(" ")) words.add(new TakeTranscript.Word(word, words.size() * 0.5, words.size() * 0.5 + 0.5, 0.9));
        return new TakeTranscript("", TwiceSaid.words(words, new Repetition(from, middle, to))).text();
    }

    @Test
    void whatIsHeardOnceIsWrittenTwice() {
        assertEquals("it was was there", said("it was there", 0.45, 0.7, 0.95));
        assertEquals("it was was there", said("it was was there", 0.5, 1, 1.5), "heard twice already");
        assertEquals("no no was no", said("no no was no", 0.45, 0.75, 1.05), "heard twice, elsewhere in the stretch");
        assertEquals("it was there", said("it was there", 0.4, 0.5, 0.6), "a part of a word");
    }

    @Test
    void soundThatComesTwiceInARowIsFound() {
        var ann = AudioFiles.read(Path.of("assets/samples/refs/ann.wav"));
        assertEquals(Optional.empty(), RepeatedSpeech.find(ann));
        int from = ann.rate() / 2;
        int to = ann.rate() * 9 / 10;
        var twice = ann.slice(0, to).then(ann.slice(from, ann.frames()));
        var found = RepeatedSpeech.find(twice).orElseThrow();
        assertEquals(0.4, found.middle() - found.from(), 0.02);
        assertEquals(0.5, found.from(), 0.1);
        assertEquals(Optional.empty(), RepeatedSpeech.find(Pcm.mono(24000, new float[48000])), "silence");
        assertEquals(Optional.empty(), RepeatedSpeech.find(Pcm.mono(24000, new float[10])));
    }
}
