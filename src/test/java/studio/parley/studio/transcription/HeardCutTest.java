package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.voice.WordCut;

class HeardCutTest {
    /** Each word lasts a second; the last one is spoken after a long pause. */
    private static TakeTranscript heard(String text) {
        var words = new ArrayList<TakeTranscript.Word>();
        for (var word : List.of(text.split(" "))) words.add(new TakeTranscript.Word(word, words.size(), words.size() + 0.9, 1));
        var last = words.removeLast();
        words.add(new TakeTranscript.Word(last.text(), 20, 21, 1));
        return new TakeTranscript("test", words);
    }

    @Test
    void wordsBelongWhereTheyWereHeard() {
        var heard = heard("We saw the old harbour lights again");
        assertEquals(Optional.of(new WordCut("We saw ", "the old harbour lights ", "again.")), HeardCut.of("We saw the old harbour lights again.", heard, 1.9, 19));
        assertEquals(Optional.of(new WordCut("", "We saw the old harbour lights again.", "")), HeardCut.of("We saw the old harbour lights again.", heard, 0, 22));
    }

    @Test
    void wordsThatWereNotHeardStayWithTheNextOneInside() {
        var heard = heard("saw the old harbour lights");
        assertEquals(Optional.of(new WordCut("", "Xylo saw the old harbour quickly lights then", "")), HeardCut.of("Xylo saw the old harbour quickly lights then", heard, 0, 22));
        assertEquals(Optional.of(new WordCut("", "Xylo saw the old harbour quickly ", "lights then")), HeardCut.of("Xylo saw the old harbour quickly lights then", heard, 0, 10));
    }

    @Test
    void otherWordsSayNothing() {
        assertEquals(Optional.empty(), HeardCut.of("Something else altogether was written here", heard("We saw the old harbour lights"), 0, 3));
        assertEquals(Optional.empty(), HeardCut.of("Words", new TakeTranscript("test", List.of()), 0, 3));
    }
}
