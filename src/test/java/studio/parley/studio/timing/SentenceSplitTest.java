package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.document.staleness.TakeInputsResolver;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.TextTimes;

class SentenceSplitTest {
    private static final String TEXT = "It was late. Nobody was there. We left.";
    /** Each word lasts 300 ms, with 100 ms between them. */
    private static final WordTimes WORDS = (document, line, take) -> {
        var heard = new ArrayList<TakeTranscript.Word>();
        for (var word : TEXT.split(" ")) heard.add(new TakeTranscript.Word(word, heard.size() * 0.4, heard.size() * 0.4 + 0.3, 1));
        return new TimedWords(TextTimes.of(line.text(), new TakeTranscript("test", heard)));
    };
    private final Document document = made();

    private static Document made() {
        var d = Clips.document(List.of(Clips.line("L1", 0, TEXT, 3200, 0, TimingRelation.NEXT)));
        return d.with("L1", d.decoration("L1").withHeard("T1", TakeInputsResolver.of(d, d.line("L1").orElseThrow(), Delivery.STANDARD, "m")));
    }

    private static Document split(Document d, int place) {
        return SentenceSplit.of(d, "L1", place, List.of("a", "b"), WORDS).orElseThrow().edit().change().apply(d);
    }

    @Test
    void onlyTheEditedSentenceIsOutOfDateAndTheOthersKeepTheirSound() {
        var edited = TestEdits.text("Type", "L1", "It was late. Nobody but me was there. We left.").change().apply(document);
        var parts = split(edited, 20);
        assertEquals(List.of("It was late.", "Nobody but me was there.", "We left."), parts.lines().stream().map(Line::text).toList());
        assertEquals(List.of(new Staleness.Fresh(), new Staleness.Own(Set.of(Staleness.Cause.TEXT)), new Staleness.Fresh()),
                List.of("L1", "a", "b").stream().map(Staleness.of(parts, Delivery.STANDARD, "m")::get).toList());
        assertArrayEquals(Clips.heard(edited), Clips.heard(parts));
        assertEquals(1150, LineTimes.of(parts).of("a").orElseThrow().start());
        assertEquals(2350, LineTimes.of(parts).of("b").orElseThrow().start());
    }

    @Test
    void theFirstAndTheLastSentenceNeedOneCut() {
        assertEquals(List.of("It was late.", "Nobody was there. We left."), split(document, 0).lines().stream().map(Line::text).toList());
        assertEquals(List.of("It was late. Nobody was there.", "We left."), split(document, TEXT.length()).lines().stream().map(Line::text).toList());
        assertEquals("L1", SentenceSplit.of(document, "L1", 3, List.of("a", "b"), WORDS).orElseThrow().sentence());
        assertEquals("a", SentenceSplit.of(document, "L1", TEXT.length(), List.of("a", "b"), WORDS).orElseThrow().sentence());
    }

    @Test
    void oneSentenceIsTheLineAndUnknownWordsAreNotGuessed() {
        var one = TestEdits.text("Type", "L1", "It was late.").change().apply(document);
        assertEquals(one, SentenceSplit.of(one, "L1", 3, List.of("a", "b"), WordTimes.NONE).orElseThrow().edit().change().apply(one));
        assertEquals(Optional.empty(), SentenceSplit.of(document, "L1", 20, List.of("a", "b"), WordTimes.NONE));
    }
}
