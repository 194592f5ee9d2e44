package studio.parley.studio.project.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.Pronunciation;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeSlice;
import studio.parley.studio.document.model.Track;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.WordReport;

class DocumentWordsTest {
    @TempDir
    Path folder;
    private ClipStore store;
    private TakeWords words;
    private ClipId clip;

    @BeforeEach
    void open() {
        store = new ClipStore(folder);
        words = new TakeWords(store);
        clip = store.put(Pcm.mono(10, new float[100]));
    }

    /** Words of a second each. */
    private void hear(String text) {
        var heard = new ArrayList<TakeTranscript.Word>();
        for (var word : text.split(" ")) heard.add(new TakeTranscript.Word(word, heard.size(), heard.size() + 1, 0.9));
        words.put(clip, new TakeTranscript("test", text.isEmpty() ? List.of() : heard));
    }

    private Line line(String text) {
        var take = new Take("T1", clip.hex(), new TakeRecipe("test", 1, 0.9, 50, 0, List.of()), 100, 10, List.of());
        return Line.of("L1", 0, text).with(take);
    }

    private Document document(Line line, LineSettings settings, String... others) {
        var lines = new ArrayList<>(List.of(line));
        for (var text : others) lines.add(Line.of("L" + (lines.size() + 1), 0, text));
        return Document.of(new Conversation("", List.of(Speaker.named(0, "Ann")), lines, Delivery.INHERITED)).with("L1", settings);
    }

    private static LineSettings made(String text) {
        return LineSettings.NONE.withHeard("T1", new TakeInputs(text, 0, 0.9, 50, 0, 0, "test", List.of(), List.of(), Optional.empty()));
    }

    private Optional<WordReport> report(Document document) {
        return words.in(document).of(document.lines().getFirst());
    }

    private List<String> sentences(Document document) {
        return report(document).orElseThrow().sentences();
    }

    @Test
    void whatWasHeardIsComparedWithTheLine() {
        var document = document(line("It was the cat."), made("It was the cat."));
        assertEquals(Optional.empty(), report(document), "not heard yet");
        hear("it was the dog");
        assertEquals(List.of("Heard \"dog\" instead of \"cat\"."), sentences(document));
        assertSame(report(document).orElseThrow(), report(document).orElseThrow(), "compared once");
        hear("it was the cat");
        assertTrue(report(document).orElseThrow().isRight());
    }

    @Test
    void whatIsInMemoryIsKnownWithoutReading() {
        hear("it was the dog");
        var document = document(line("It was the cat."), made("It was the cat."));
        var others = new TakeWords(store);
        assertEquals(Optional.empty(), others.knownIn(document).of(document.lines().getFirst()));
        assertTrue(others.in(document).of(document.lines().getFirst()).isPresent());
        assertTrue(others.knownIn(document).of(document.lines().getFirst()).isPresent());
    }

    @Test
    void aTakeOfAnotherTextIsNotJudged() {
        hear("it was the dog");
        assertEquals(Optional.empty(), report(document(line("It was the cat."), made("It was a cat."))));
        assertTrue(report(document(line("It was the cat."), LineSettings.NONE)).isPresent(), "without inputs a take counts as up to date");
    }

    @Test
    void aPronouncedWordIsRightInBothSpellings() {
        var line = line("Then Siobhan saw the big cat.");
        var document = document(line, made("Then Shivawn saw the big cat.")).withPronunciations(List.of(new Pronunciation("Siobhan", "Shivawn")));
        hear("then Siobhan saw the big cat");
        assertTrue(report(document).orElseThrow().isRight());
        hear("then Shivawn saw the big cat");
        assertTrue(report(document).orElseThrow().isRight());
        hear("then Peter saw the big dog");
        var found = report(document).orElseThrow().findings();
        assertEquals(List.of("Siobhan", "cat"), found.stream().map(f -> line.text().substring(f.from(), f.to())).toList());
        assertEquals(List.of("Siobhan", "cat"), found.stream().map(f -> f.written()).toList());
        hear("then Shivawn saw the really big cat");
        var extra = report(document).orElseThrow().findings().getFirst();
        assertEquals("Then Siobhan saw the ".length(), extra.from());
        assertEquals(extra.from(), extra.to());
    }

    @Test
    void aPartOfATakeIsComparedWithItsWords() {
        hear("yes it was the cat and so on");
        var own = made("Yes it was the cat and so on.").withCut("T1", new TakeSlice(1000, 5000, "It was the cat."));
        assertTrue(report(document(line("It was the cat."), own)).orElseThrow().isRight());
        assertEquals(Optional.empty(), report(document(line("It was the hat."), own)), "edited after the split");
        assertEquals(List.of("\"It\" was not heard."), sentences(document(line("It was the cat."), own.withTrim(1000, 0))));
    }

    @Test
    void whatIsTrimmedAwayIsNotHeard() {
        hear("it was the cat right");
        assertEquals(List.of("Heard \"right\" after the last word."), sentences(document(line("It was the cat."), made("It was the cat."))));
        assertTrue(report(document(line("It was the cat."), made("It was the cat.").withTrim(0, 6000))).orElseThrow().isRight());
    }

    @Test
    void wordsOfAReferenceClipAreNamed() {
        hear("the quiet harbour It was the cat");
        var clips = Map.of("ann.wav", ReferenceMetadata.NONE.withTranscript("We saw the quiet harbour."));
        var document = document(line("It was the cat."), made("It was the cat.")).with(0, new Track("#3f93f2", 0, false, false, clips));
        assertEquals(List.of("Heard \"the quiet harbour\", which are words of a reference clip."), sentences(document));
    }

    /** The recogniser knows English: of other languages it hears nonsense. */
    @Test
    void textInAnotherLanguageIsNotJudged() {
        hear("does this nick mine house");
        assertEquals(Optional.empty(), report(document(line("Das ist nicht mein Haus."), LineSettings.NONE)));
        assertEquals(Optional.empty(), report(document(line("Привет, как дела?"), LineSettings.NONE)));
        assertEquals(Optional.empty(), report(document(line("Bonjour!"), LineSettings.NONE, "Où est le chat?", "Il est sous la table.")), "the script shows which language it is");
        assertTrue(report(document(line("Bonjour!"), LineSettings.NONE, "Where is the cat?", "It is under the table.")).isPresent());
        assertTrue(report(document(line("Buoys!"), LineSettings.NONE)).isPresent());
    }

    @Test
    void aLineOfSoundsAloneIsNeitherRightNorWrong() {
        var line = line("Haha! Mmh.");
        hear("haha");
        assertEquals(Optional.empty(), report(document(line, made("Haha! Mmh."), "And this is English.")));
    }
}
