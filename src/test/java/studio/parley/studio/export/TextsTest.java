package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioTags;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.script.Scripts;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Marker;

class TextsTest {
    @TempDir
    Path temp;
    private Document document;
    private Arrangement arrangement;

    @BeforeEach
    void scene() {
        document = Scenes.lighthouse(new ClipStore(temp));
        arrangement = Arrangement.of(document, Scenes.RATE);
    }

    @Test
    void webVttNamesVoicesAndEscapes() {
        var vtt = Subtitles.webVtt(arrangement);
        assertTrue(vtt.startsWith("WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.000\n<v Ann>Did you see that, --&gt; there?</v>\n"), vtt);
        assertTrue(vtt.contains("00:00:00.700 --> 00:00:01.200\n<v Dr. \"Ben\" &lt;O'Hara&gt; &amp; Co>See &lt;what&gt;?\nOver \"there\"?</v>\n"), vtt);
    }

    @Test
    void whatIsWrittenCanBeReadAsAScriptAgain() {
        var words = arrangement.parts().stream().map(p -> Subtitles.oneLine(p.line().text())).toList();
        var csv = Scripts.read("x.csv", CsvExport.csv(arrangement), Optional.of(ScriptFormat.CSV));
        assertEquals(words, csv.lines().stream().map(Line::text).toList());
        assertEquals(List.of("Ann", document.conversation().speaker(1).name()), csv.speakers().stream().map(s -> s.name()).toList());
        var vtt = Scripts.read("x.vtt", Subtitles.webVtt(arrangement), Optional.of(ScriptFormat.WEBVTT));
        assertEquals(words, vtt.lines().stream().map(l -> Subtitles.oneLine(l.text())).toList());
        var srt = Scripts.read("x.srt", Subtitles.srt(arrangement), Optional.of(ScriptFormat.SRT));
        assertEquals(3, srt.lines().size());
    }

    @Test
    void noCellOfATableIsAFormula() {
        var words = List.of("=HYPERLINK(1)", "+1", "-1; no", "@x", "'=quoted", "'plain'");
        var lines = new java.util.ArrayList<Line>();
        for (var text : words) lines.add(Line.of("R" + lines.size(), document.conversation().speakers().getFirst().number(), text));
        var sheet = CsvExport.cueSheet(document.withLines(lines), arrangement, p -> "x");
        assertTrue(sheet.contains(",'=HYPERLINK(1),") && sheet.contains(",\"'-1; no\",") && sheet.contains(",''=quoted,") && sheet.contains(",'plain',"), sheet);
        var again = Scripts.read("x.csv", sheet, Optional.of(ScriptFormat.CSV));
        assertEquals(words, again.lines().stream().map(Line::text).toList());
    }

    @Test
    void labelsCuesAndLists() {
        assertEquals("0.000000\t1.000000\tAnn: Did you see that, --> there?", CsvExport.labels(document, arrangement).lines().findFirst().orElseThrow());
        assertTrue(CsvExport.labels(document, arrangement).endsWith("0.900000\t0.900000\tScene \"two\"\n"));
        assertEquals("window\nfile \"a.wav\" offset 0\nfile \"b.wav\" offset 0\n", CsvExport.lof(List.of("a.wav", "b.wav")));
        var sheet = CsvExport.cueSheet(document, arrangement, p -> "clips/x.wav");
        assertEquals(5, sheet.split("\r\n").length);
        assertTrue(sheet.contains("\r\n3,Ann,Never rendered.,,,,,,,,,\r\n"), sheet);
    }

    @Test
    void theFirstChapterBeginsAtTheBeginning() {
        var chapters = Chapters.of(document, arrangement);
        assertEquals(List.of(0L, 900L), chapters.stream().map(AudioTags.Chapter::fromMillis).toList());
        assertEquals(List.of("The Lighthouse", "Scene \"two\""), chapters.stream().map(AudioTags.Chapter::label).toList());
        assertTrue(Chapters.json("t", chapters).contains("\"startTime\": 0.9"));
        var untitled = document.withMarkers(List.of(new Marker("a", 0, ""), new Marker("b", 700, " "), new Marker("far", 3_600_000, "Far")));
        assertEquals(List.of("Chapter 1", "Chapter 2"), Chapters.of(untitled, arrangement).stream().map(AudioTags.Chapter::label).toList());
        assertEquals(List.of(), Chapters.of(document.withMarkers(List.of()), arrangement));
    }

    @Test
    void clipNamesAreSafeAndUnique() {
        var names = FileNames.of(FileNames.TEMPLATE, "t", arrangement.parts());
        assertEquals("001_Ann_Did-you-see-that", names.get("L1"));
        assertEquals("004_Ann_That-light-Zoë-I", names.get("L4"));
        var same = FileNames.of("speaker", "t", arrangement.parts());
        assertEquals(Set.of("Ann", "Ann-2", "Dr.-Ben-OHara-Co"), Set.copyOf(same.values()));
        assertEquals("con_", FileNames.safe("con"));
        assertEquals("untitled", FileNames.safe("../.."));
    }

    @Test
    void reaperKeepsEverythingOpenToChange() {
        var rpp = ReaperWriter.project(document, arrangement, p -> "clips/" + p.line().id() + ".wav");
        assertEquals(rpp.lines().filter(l -> l.strip().startsWith("<")).count(), rpp.lines().filter(l -> l.strip().equals(">")).count());
        assertEquals(2, rpp.lines().filter(l -> l.strip().equals("<TRACK")).count());
        assertEquals(3, rpp.lines().filter(l -> l.strip().equals("<ITEM")).count());
        assertTrue(rpp.contains("SOFFS 0.100000000"), rpp);
        assertTrue(rpp.contains("MARKER 1 0.900000000 'Scene \"two\"' 0"), rpp);
        assertTrue(rpp.contains("<VOLENV"), rpp);
    }

    /** REAPER keeps colours as Windows does, blue in the high byte, with a bit that says one is set. */
    @Test
    void reaperTracksHaveTheSpeakersColours() {
        for (var edit : List.of(ProjectEdits.colour(0, "#12ab05"), ProjectEdits.colour(1, "#0000ff"))) document = edit.change().apply(document);
        var colours = ReaperWriter.project(document, arrangement, p -> "x.wav").lines().map(String::strip).filter(l -> l.startsWith("PEAKCOL"))
                .map(l -> Integer.parseInt(l.substring(8))).map(Integer::toHexString).toList();
        assertEquals(List.of("105ab12", "1ff0000"), colours);
    }

    /** Only who is interrupted has an envelope: down within 30 ms when the other begins, and so until the end. */
    @Test
    void reaperDucksOnlyTheInterruptedLine() {
        var points = ReaperWriter.project(document, arrangement, p -> "x.wav").lines().map(String::strip).filter(l -> l.startsWith("PT ")).toList();
        assertEquals(List.of("PT 0.000000000 1.00000000 0", "PT 0.700000000 1.00000000 0", "PT 0.730000000 0.39810717 0",
                "PT 1.000000000 0.39810717 0"), points);
    }
}
