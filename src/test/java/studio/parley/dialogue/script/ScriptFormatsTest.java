package studio.parley.dialogue.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;

class ScriptFormatsTest {
    private static List<String> said(String name, String text) {
        var c = Scripts.read(name, text, Optional.empty());
        return c.lines().stream().map(l -> c.speaker(l.speaker()).name() + "|" + l.text()).toList();
    }

    @Test
    void whatStandsInBracketsBehindANameIsADirection() {
        var c = Scripts.read("x.txt", """
                BOB (V.O.): It was late.
                Ann (whispering) ^: Hush.
                """, Optional.empty());
        assertEquals(List.of("BOB", "Ann"), c.speakers().stream().map(Speaker::name).toList());
        assertEquals("V.O.", c.lines().getFirst().direction());
        assertEquals("It was late.", c.lines().getFirst().text());
        assertEquals("whispering", c.lines().get(1).direction());
        assertEquals(TimingRelation.INTERRUPTS, c.lines().get(1).relation());
    }

    @Test
    void parleyForm() {
        var c = Scripts.read("x.txt", """
                # The Lighthouse
                @voice Ann refs/ann.wav
                @voice "Dr. Bo" #7 refs/bo one.wav

                Ann: Did you see that?
                Ben: (whispering) See what?
                Ann: [pause 0.6] That light.
                Ben ^: Oh no. [pause 1] Run!
                "Dr. Bo" ^=: It is 10:30,
                    note: not later.
                """, Optional.empty());
        assertEquals("The Lighthouse", c.title());
        assertEquals(List.of("Ann", "Dr. Bo", "Ben"), c.speakers().stream().map(Speaker::name).toList());
        assertEquals(List.of(0, 7, 1), c.speakers().stream().map(Speaker::number).toList());
        assertEquals("refs/bo one.wav", c.speaker(7).references().getFirst().path());
        assertEquals("whispering", c.lines().get(1).direction());
        assertEquals("See what?", c.lines().get(1).text());
        assertEquals(600, c.lines().get(2).pauseMillis());
        assertEquals(TimingRelation.INTERRUPTS, c.lines().get(3).relation());
        assertEquals(new TimingRelation.After(0), c.lines().get(4).relation());
        assertEquals(1000, c.lines().get(4).pauseMillis());
        assertEquals("It is 10:30,\nnote: not later.", c.lines().get(5).text());
    }

    @Test
    void proseWithColonsIsProse() {
        assertEquals(List.of("Narrator|It was 10:30 when he came in. Note: he was late.", "Narrator|Remember this: stop."),
                said("x.txt", "It was 10:30 when he\ncame in. Note: he was late.\n\nRemember this: stop.\n"));
        assertEquals(ScriptFormat.PLAIN, Script.format("x.txt", "He left.\nNote: this is prose.\nAnd more\nand more.\n"));
        assertEquals(ScriptFormat.PARLEY, Script.format("x.txt", "Note: this is one line\n"));
        assertEquals(ScriptFormat.PLAIN, Script.format("x.txt", "10:30 we met.\n12:15 we left."));
        assertEquals(ScriptFormat.PLAIN, Script.format("x.txt", "see http://example.org\nor ftp://example.org"));
    }

    @Test
    void offsets() {
        assertEquals(List.of("Speaker 0|a", "Speaker 1|b", "Speaker 0|c"), said("x.txt", "a||b1||c0\n"));
        assertEquals(List.of("Speaker 0|a", "Speaker -1|b"), said("x.txt", "a||b-1"));
    }

    @Test
    void fountain() {
        var text = """
                Title: A play

                INT. ROOM - DAY

                Ann enters.

                ANN (V.O.)
                (softly)
                Hello *there*.

                @McAvoy
                Hi.

                BEN ^
                Me too. /* not
                this */

                CUT TO:

                They leave. [[note]]
                """;
        assertEquals(List.of("ANN|Hello there.", "McAvoy|Hi.", "BEN|Me too."), said("x.fountain", text));
        var c = Scripts.read("x.txt", text, Optional.empty());
        assertEquals("A play", c.title());
        assertEquals("V.O., softly", c.lines().getFirst().direction());
        assertEquals(TimingRelation.INTERRUPTS, c.lines().get(2).relation());
    }

    @Test
    void markdown() {
        assertEquals(List.of("Ann|Hello there, you.", "Dr. Bo|A snake_case word."),
                said("x.md", "# T\n\n**Ann:** Hello *there*,\nyou.\n\nNot spoken.\n\n- **Dr. Bo**: A snake_case word.\n"));
    }

    @Test
    void csv() {
        var c = Scripts.read("x.csv", "speaker,line,start_time,end_time\r\nAnn,\"Well, "
                + "\"\"you\"\"\ncame\",00:00:01.500,3\r\nBen,Yes,,\r\n", Optional.empty());
        assertEquals("Well, \"you\"\ncame", c.lines().getFirst().text());
        assertEquals(new TimingRelation.PinnedAt(1500), c.lines().getFirst().relation());
        assertEquals(TimingRelation.NEXT, c.lines().get(1).relation());
    }

    @Test
    void subtitles() {
        assertEquals(List.of("Ann|Hello there", "Ann|plain", "Ben|Yes", "Ann|No"), said("x.srt",
                "1\n00:00:01,000 --> 00:00:02,000\nAnn: <i>Hello</i>\nthere\n\n2\n00:00:03,000 --> 00:00:04,000\nplain\n\n"
                        + "3\n00:00:05,000 --> 00:00:06,000\nBen: Yes\nAnn: No\n"));
        var c = Scripts.read("x", "WEBVTT\n\nNOTE hi\n\nc1\n00:01.000 --> 00:02.000 align:start\n<v.loud Ann>Hi &amp; bye</v> <v Ben>Yo\n",
                Optional.empty());
        assertEquals("Hi & bye", c.lines().getFirst().text());
        assertEquals(new TimingRelation.PinnedAt(1000), c.lines().getFirst().relation());
        assertEquals("Ben", c.speaker(c.lines().get(1).speaker()).name());
    }

    @Test
    void problemsNameFileAndLine() {
        message("s.txt, line 1:", "@voice\nAnn: a\n@voice Ann x.wav\n");
        message("s.txt, line 2:", "Ann: a\nBen ^1.2.3: b\n");
        message("s.txt, line 2:", "@voice Ann #1 a.wav\n@voice Ben #1 b.wav\n");
        message("s.csv, line 2:", "speaker,line\nAnn,\"open\n");
        assertTrue(assertThrows(Problem.class, () -> ScriptFormat.named("docx")).getMessage().contains("fountain"));
    }

    private static void message(String start, String text) {
        var name = start.substring(0, start.indexOf(','));
        var problem = assertThrows(Problem.class, () -> Scripts.read(name, text, Optional.empty()));
        assertTrue(problem.getMessage().startsWith(start), problem.getMessage());
    }

    @Test
    void encodings(@TempDir Path dir) throws Exception {
        var file = dir.resolve("s.txt");
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            Files.write(file, "Änn: Grüße 😀\r\n".getBytes(charset));
            assertEquals("Grüße 😀", Scripts.read(file, Optional.empty()).lines().getFirst().text());
        }
        Files.write(file, new byte[] {'A', ':', ' ', (byte) 0xff, (byte) 0xc0});
        assertEquals("ÿÀ", Scripts.read(file, Optional.empty()).lines().getFirst().text());
        assertThrows(Problem.class, () -> Scripts.read(dir.resolve("none.txt"), Optional.empty()));
        assertThrows(Problem.class, () -> Scripts.read(dir, Optional.empty()));
    }
}
