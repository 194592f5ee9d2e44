package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Cancellation;
import studio.parley.studio.export.Cue.TimedWord;

class WordExportTest {
    private static final ExportPreset WORDS = ExportPreset.MIX.named("words", Set.of(ExportPreset.Part.WORDS));
    @TempDir
    Path temp;

    /** Every word takes 100 ms after a pause of 20 ms; those of the second line are not known. */
    private static List<TimedWord> words(Arrangement arrangement, Arrangement.Part part) {
        if (part.line().id().equals("L2")) return List.of();
        long at = Math.round(1000 * arrangement.seconds(part.start()));
        var words = part.line().text().split(" ");
        var out = new TimedWord[words.length];
        for (int i = 0; i < words.length; i++) out[i] = new TimedWord(words[i], at + 120 * i + 20, at + 120 * i + 120);
        return List.of(out);
    }

    private Export export(WordSource source) {
        var clipStore = new ClipStore(temp.resolve("audio"));
        return new Export(Scenes.lighthouse(clipStore), clipStore, WORDS, temp.resolve("out"), source, share -> { });
    }

    private String text(String ending) throws IOException {
        return Files.readString(temp.resolve("out/The-Lighthouse_words." + ending));
    }

    @Test
    void wordsAreWrittenInFourFormats() throws Exception {
        var done = export(WordExportTest::words).outcome();
        assertEquals(List.of("vtt", "ass", "json", "csv").stream().map(e -> temp.resolve("out/The-Lighthouse_words." + e)).toList(), done.files());
        assertEquals(List.of("1 line has no times of words, because none were understood in their takes."), done.notes());
        assertTrue(text("vtt").contains("<v Ann><00:00:00.020>Did <00:00:00.140>you <00:00:00.260>see <00:00:00.380>that, <00:00:00.500>--&gt; <00:00:00.620>there?</v>"), text("vtt"));
        assertTrue(text("csv").startsWith("number,speaker,word,start_time,end_time\r\n1,Ann,Did,0.020,0.120\r\n"), text("csv"));
        var lines = JsonParser.parseString(text("json")).getAsJsonObject().getAsJsonArray("lines");
        assertEquals(3, lines.size());
        assertEquals("{\"text\":\"you\",\"from\":0.14,\"to\":0.24}", lines.get(0).getAsJsonObject().getAsJsonArray("words").get(1).toString());
        assertEquals(0, lines.get(1).getAsJsonObject().getAsJsonArray("words").size());
    }

    @Test
    void karaokeAddsUpToTheTimesOfTheWords() throws Exception {
        export(WordExportTest::words).outcome();
        var events = text("ass").lines().filter(l -> l.startsWith("Dialogue: ")).toList();
        assertEquals("Dialogue: 0,0:00:00.00,0:00:01.00,Speaker1,Ann,0,0,0,,{\\k2}{\\k10}Did {\\k2}{\\k10}you {\\k2}{\\k10}see {\\k2}{\\k10}that, {\\k2}{\\k10}--> {\\k2}{\\k10}there?",
                events.getFirst());
        assertEquals("Dialogue: 0,0:00:00.70,0:00:01.20,Speaker2,Dr. \"Ben\" <O'Hara> & Co,0,0,0,,See <what>?\\NOver \"there\"?", events.get(1));
    }

    @Test
    void textCannotBeReadAsTags() {
        var cue = new Cue(1, 0, 1000, "A, b", "{\\b1}Bold\\N {x}", List.of());
        var ass = KaraokeWriter.ass("t", List.of(cue), java.util.Map.of("A, b", "#102030"));
        assertTrue(ass.contains(",Speaker1,A  b,0,0,0,,(⧵b1)Bold⧵N (x)\n"), ass);
        assertTrue(ass.contains(",&H00302010,"), ass);
    }

    @Test
    void withoutARecogniserThereIsANote() {
        var done = export(WordSource.NONE).outcome();
        assertEquals(List.of(), done.files());
        assertTrue(done.notes().getFirst().startsWith("No times of words were written, because"), done.notes().toString());
    }

    @Test
    void listeningCanBeCancelled() {
        assertThrows(CancellationException.class, () -> Cancellation.unless(() -> true, export(WordExportTest::words)::outcome));
        assertEquals(false, Files.exists(temp.resolve("out/The-Lighthouse_words.vtt")));
    }
}
