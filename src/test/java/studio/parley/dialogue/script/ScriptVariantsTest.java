package studio.parley.dialogue.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.dialogue.script.format.CsvGuard;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.source.CleanText;
import studio.parley.problem.Problem;

/** The shapes in which programs and people write the same small conversation. */
class ScriptVariantsTest {
    private static ParsedScript parse(String name, String text) {
        return Script.parse(name, text, Optional.empty());
    }

    private static List<String> said(ParsedScript parsed) {
        var c = parsed.conversation();
        return c.lines().stream().map(l -> c.speaker(l.speaker()).name() + "|" + (l.direction().isEmpty() ? "" : "(" + l.direction() + ") ")
                + l.text().replace('\n', ' ')).toList();
    }

    /** Each text is Jana, Bob and Jana again, however the times, names and words are set. */
    @ParameterizedTest
    @ValueSource(strings = {
        "[00:00:00] Jana: Hello.\n[00:00:05] Bob: Hi.\n\n[00:01:00] Jana: Bye.\n", "00:00 Jana: Hello.\n00:05 Bob: Hi.\n00:09 Jana: Bye.\n",
        "Jana (00:01): Hello.\nBob (00:03): Hi.\nJana (00:05): Bye.\n", "Jana (00:00):\nHello.\n\nBob (00:05):\nHi.\n\nJana (00:10):\nBye.\n",
        "Jana: (00:00)\nHello.\n\nBob: (00:05)\nHi.\n\nJana: (00:10)\nBye.\n", "Jana   0:03\nHello.\n\nBob   0:07\nHi.\n\nJana   0:09\nBye.\n",
        "Jana 0:03\nHello.\nBob 0:07\nHi.\nJana 0:09\nBye.\n", "[0:03] Jana\nHello.\n[0:07] Bob\nHi.\n[0:09] Jana\nBye.\n",
        "Weekly\nMon, Mar 4, 2024 10:00AM • 32:10\n\nSPEAKERS\nJana, Bob\n\nJana  00:00\nHello.\n\nBob  00:07\nHi.\n\nJana  00:09\nBye.\n\n"
            + "Transcribed by https://otter.ai\n",
        "18:02:11 From Jana to Everyone: Hello.\n18:02:40\t From  Bob : Hi.\n18:03:00 From Jana to Everyone:\n\tBye.\n",
        "12/03/24, 18:02 - Jana created group \"Trip\"\n12/03/24, 18:03 - Jana: Hello.\n12/03/24, 18:04 - Bob: <Media omitted>\n12/03/24, 18:04 - Bob: Hi.\n"
            + "12/03/24, 18:06 - Jana: Bye. <This message was edited>\n",
        "[3/12/24, 6:02:11\u202fPM] Jana: Hello.\n\u200e[3/12/24, 6:03:00\u202fPM] Bob: \u200eimage omitted\n[3/12/24, 6:04:00\u202fPM] Bob: Hi.\n"
            + "[3/12/24, 6:05:00\u202fPM] Jana: Bye.\n",
        "12.03.24, 18:02 - Jana: Hello.\n12.03.24, 18:03 - Bob: Hi.\n12.03.24, 18:04 - Jana: Bye.\n",
        "Jana, [12.03.2024 18:02]\nHello.\n\nBob, [12.03.2024 18:03]\nHi.\n\nJana, [12.03.2024 18:04]\nBye.\n",
        "Jana, [Mar 12, 2024 at 6:02 PM]:\nHello.\n\nBob, [Mar 12, 2024 at 6:03 PM]:\nHi.\n\nJana, [Mar 12, 2024 at 6:04 PM]:\nBye.\n",
        "Jana  6:02 PM\nHello.\n:thumbsup: 2\n\nBob  6:03 PM\nHi. (edited)\n2 replies\nJana  6:04 PM\nBye.\n",
        "Jana\n  6:02 PM\nHello.\nBob\n  6:03 PM\nHi.\nJana\n  6:05 PM\nBye.\n", "Jana — Today at 6:02 PM\nHello.\nBob — Today at 6:03 PM\nHi.\nJana — Yesterday at 6:04 PM\nBye.\n",
        "====\nGuild: Test\n====\n\n[12-Mar-24 06:02 PM] Jana\nHello.\n\n[12-Mar-24 06:03 PM] Bob\nHi.\n\n{Attachments}\nhttps://cdn.example/x.png\n\n"
            + "[12-Mar-24 06:04 PM] Jana\nBye.\n\n====\nExported 3 message(s)\n",
        "[2024-03-12 18:02:11] Jana: Hello.\n[2024-03-12 18:03:00] Bob: Hi.\n[2024-03-12 18:04:00] Jana: Bye.\n",
        "[18:02] <Jana> Hello.\n[18:03] <Bob> Hi.\n[18:04] <Jana> Bye.\n", "<Jana> Hello.\n<Bob> Hi.\n<Jana> Bye.\n",
        "Jana\n12 Mar 2024, 18:02\nHello.\n\nBob\n12 Mar 2024, 18:03\nHi.\n\nJana\n12 Mar 2024, 18:04\nBye.\n",
        "[12:01 PM, 3/12/2024] Jana: Hello.\n[12:02 PM, 3/12/2024] Bob: Hi.\n[12:03 PM, 3/12/2024] Jana: Bye.\n", "JANA\nHello.\nBOB\nHi.\nJANA\nBye.\n",
        "Jana: [00:00:03] Hello.\nBob: [00:00:05] Hi.\nJana: [00:00:07] Bye.\n", "Jana | 00:03\nHello.\nBob | 00:05\nHi.\nJana | 00:07\nBye.\n",
        "[Jana]: Hello.\n[Bob]: Hi.\n[Jana]: Bye.\n", "(Jana) Hello.\n(Bob) Hi.\n(Jana) Bye.\n", "Jana:Hello.\nBob:Hi.\nJana:Bye.\n", "Jana\tHello.\nBob\tHi.\nJana\tBye.\n",
        "Jana\nHello.\n\nBob\nHi.\n\nJana\nBye.\n", "Jana - Hello.\nBob - Hi.\nJana - Bye.\n", "Jana — Hello.\nBob — Hi.\nJana — Bye.\n", "Jana. Hello.\nBob. Hi.\nJana. Bye.\n",
        "- Jana: Hello.\n- Bob: Hi.\n- Jana: Bye.\n", "1. Jana: Hello.\n2. Bob: Hi.\n3. Jana: Bye.\n", "**Jana**\nHello.\n\n**Bob**\nHi.\n\n**Jana**\nBye.\n",
        "## Jana\n\nHello.\n\n## Bob\n\nHi.\n\n## Jana\n\nBye.\n", "*Jana:* Hello.\n\n_Bob_: Hi.\n\n**[Jana]** Bye.\n", "| Speaker | Line |\n|---|---|\n| Jana | Hello. |\n| Bob | Hi. |\n| Jana | Bye. |\n",
        "sep=;\r\nCHARACTER;\"Spoken text\"\r\nJana;Hello.\r\n;\r\nBob;Hi.\r\nJana;\"Bye.\"\r\n", "Transcript\tStart\tSpeaker Name\nHello.\t0:01\tJana\nHi.\t0:02\tBob\nBye.\t0:03\tJana\n",
        "1\r\n00:00:01,000 --> 00:00:02,000\r\n- [Jana] Hello.\r\n- [Bob] Hi.\r\n\r\n2\r\n00:00:03,000-->00:00:04,000\r\n<i>JANA (V.O.):</i> Bye.\r\n",
        "1\r00:00:01,000 --> 00:00:02,000\rJana: Hello.\r\r2\r00:00:03,000 --> 00:00:04,000\rBob: Hi.\r\r3\rgarbage --> more\rJANA: Bye.\r",
        "\ufeffWEBVTT - x\n\nNOTE a --> b\n00:01.000 --> 00:02.000\n\nSTYLE\n::cue { color: lime }\n\nc 1\n00:01.000 --> 00:02.000 line:0 align:start\n<v.loud Jana>Hello.</v> <v Bob>Hi.\n\n"
            + "00:03.000 --> 00:04.000\n&gt;&gt; JANA: <c.red>Bye.</c>\n",
        "0:00:01.000,0:00:02.000\nJANA: Hello.\n\n0:00:03.000,0:00:04.000\nBOB: Hi.\n\n0:00:05.000,0:00:06.000\nJana: Bye.\n"})
    void janaBobAndJana(String text) {
        var lines = said(parse("x", text)).stream().map(l -> l.replace("(V.O.) ", "").replace("JANA|", "Jana|").replace("BOB|", "Bob|")).toList();
        assertEquals(List.of("Jana|Hello.", "Bob|Hi.", "Jana|Bye."), lines);
    }

    @Test
    void namesOfManyKinds() {
        var names = List.of("O'Brien", "Zoë", "Dr. Smith, Jr.", "Агент 007", "田中", "7 of 9", "Mrs. van der Berg", "\"Mad\" Max", "Jean-Luc d'Arc", "R2-D2", "محمد", "Speaker #2", "J.R.",
                "MC Hammer's Mom", "Bob & Jana", "Mr. J. R. Smith", "Zoe\u0308 2");
        var text = new StringBuilder();
        for (var name : names) text.append(name).append(": Words.\n");
        var read = parse("x", text.toString()).conversation().speakers().stream().map(s -> s.name()).toList();
        assertEquals(names.stream().map(CleanText::clean).toList(), read);
    }

    @Test
    void invisibleCharactersMakeNoNamesAndBreakNoLetters() {
        var read = parse("x", "\ufeffJa\u00adna: One\u200b.\nJana\u200e: Two.\n\u2066Jana\u2069: Three.\nJana\u3000: Four.\nJa\u200dna: Fi\u200cve.\nJana\u202f: Six "
                + "👨\u200d👩\u200d👧.\n\u200fBob: می\u200cخواهم\n");
        assertEquals(List.of("Jana|One.", "Jana|Two.", "Jana|Three.", "Jana|Four.", "Jana|Five.", "Jana|Six 👨\u200d👩\u200d👧.", "Bob|می\u200cخواهم"), said(read));
    }

    @Test
    void bracketsBetweenSentencesAreDirectionsAndInThemWords() {
        assertEquals(List.of("Jana|Hello (waving) there.", "Jana|(She sits down. door opens) It was nice.", "Bob|I said [he] was there.", "Bob|(Beat) Then",
                "Bob|(laughs nervously) he left.", "Jana|*really* good, see [1] and (see above).", "Bob|(sigh) Yes."),
                said(parse("x", "Jana: Hello (waving) there. (She sits down.) It was nice. [door opens]\nBob: I said [he] was there. [Beat] Then *laughs nervously* he left.\n"
                        + "Jana: *really* good, see [1] and (see above).\nBob: <sigh> Yes.\n")));
    }

    @Test
    void tagsPlaysAndInterviewsWithDirections() {
        assertEquals(List.of("Speaker 1|Hello.", "Speaker 2|(laughs) See [1] you."), said(parse("x", "[S1] Hello.\n[S2] (laughs) See [1] you.\n")));
        assertEquals(List.of("JANA|(laughing) Hello there.", "BOB|Hi.", "BOB|(beat) What?", "JANA|Bye."),
                said(parse("x", "JANA\n(laughing)\nHello there.\n\nBOB\nHi. (beat) What?\n\nJANA\nBye.\n")));
        assertEquals(List.of("Int|Right.", "Resp|Yeah.", "Resp|(laughs) So, anyway."), said(parse("x", "Int: Right.\nResp: Yeah (laughs). So, anyway.\n")));
        assertEquals(List.of("JANA|(O.S., whispering) Bye."), said(parse("x", "JANA (O.S.) [whispering]: Bye.\n")));
    }

    @Test
    void linesWithoutANameGoOnOrAreNamed() {
        var read = parse("x", "Date: 3 March\n\nJana: This was wrapped\nby hand.\n\nAnd a paragraph more.\n* * *\nBob: Hi.\nNote: they left.\nTHE END\n");
        assertEquals(List.of("Jana|This was wrapped by hand. And a paragraph more.", "Bob|Hi. Note: they left."), said(read));
        var notices = String.join("\n", read.notices());
        assertTrue(notices.contains("3 lines skipped: 1, 7, 10 ") && notices.contains("previous speaker: line 6.") && notices.contains("previous one: lines 4, 9."), notices);
        assertEquals(List.of("Read as plain text.", "No speaker was found: everything is spoken by Narrator."), parse("x.txt", "One line\n\nTwo lines\n").notices());
    }

    @Test
    void oneBadRowOrCueRefusesNothing() {
        var rows = parse("x.csv", "Name,Start (s),Text,Mood\nJana,1.5,Hi,glad\n,soon,Still me,\nBob,,,\nBob,2,Yo\n");
        assertEquals(List.of("Jana|(glad) Hi", "Jana|Still me", "Bob|Yo"), said(rows));
        var notices = String.join("\n", rows.notices());
        assertTrue(notices.contains("previous speaker: line 3") && notices.contains("follows the previous one: line 3") && notices.contains("1 row without text skipped: line 4"), notices);
        assertEquals(List.of("Speaker 1|Words of a bad cue"), said(parse("x.vtt", "WEBVTT\n\n00:08.000 --> later\nWords of a bad cue\n")));
        assertEquals(List.of("Jana|Two, to be sure"), said(parse("x.csv", "Jana,\"Two, to be sure\"\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "X-UTF-32LE-BOM"})
    void textInOtherEncodingsIsReadWithANotice(String charset) {
        var read = Script.parse("x.txt", "Jana: Grüße – „so“ …\r\nBob: Hi\r\n".getBytes(Charset.forName(charset)), Optional.empty());
        assertEquals(List.of("Jana|Grüße – „so“ …", "Bob|Hi"), said(read));
        assertEquals(1, read.notices().size(), read.notices().toString());
    }

    @Test
    void aStrangeLineLeavesTheOthersAsTheyAre() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Jana: Grüße\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("Bob: Grüße\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("Jana|Grüße", "Bob|Grüße"), said(Script.parse("x", bytes.toByteArray(), Optional.empty())));
    }

    @Test
    void filesOfOtherKindsAreRefusedByName() throws Exception {
        refused("a PDF document", "%PDF-1.4\n%âã");
        refused("a PNG image", "\u0089PNG\r\n\u001a\n");
        refused("an MP3 sound", "ID3\u0003");
        refused("an MP4 sound or video file", "\0\0\0 ftypM4A ");
        refused("a WAV sound", "RIFF\u0024\0\0\0WAVEfmt ");
        refused("a TTML subtitle file", "<?xml version=\"1.0\"?><tt xmlns=\"http://www.w3.org/ns/ttml\"/>");
        refused("a Final Draft screenplay", "<?xml version=\"1.0\"?>\n<FinalDraft/>");
        refused("XML", "<?xml version=\"1.0\"?><root/>");
        refused("an ASS or SSA subtitle file", "[Script Info]\nTitle: x\n");
        refused("JSON", "{\"speaker\":\"Jana\",\"text\":\"Hi\"}\n{\"speaker\":\"Bob\",\"text\":\"Yo\"}\n");
        refused("an HTML page", "<!-- x -->\n<!DOCTYPE html>\n<html></html>");
        refused("not a text file", "\u0001\u0002\u0003\u0004 x \u0005\u0006");
        for (var zip : List.of("word/document.xml=a Word document", "xl/workbook.xml=an Excel workbook", "x=a ZIP archive")) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ZipOutputStream(bytes)) {
                out.putNextEntry(new ZipEntry(zip.substring(0, zip.indexOf('='))));
            }
            refused(zip.substring(zip.indexOf('=') + 1), bytes.toString(StandardCharsets.ISO_8859_1));
        }
    }

    private static void refused(String kind, String bytes) {
        var problem = assertThrows(Problem.class, () -> Script.parse("f", bytes.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()));
        assertTrue(String.valueOf(problem.getMessage()).startsWith("f is " + kind), problem.getMessage());
    }

    @Property(tries = 200)
    void aGuardedCellComesBack(@ForAll String cell) {
        for (var start : List.of("", "=", "+", "-", "@", "\t", "\r", "'", "''=", "'-")) {
            var guarded = CsvGuard.guarded(start + cell);
            assertEquals(start + cell, CsvGuard.opened(guarded));
            assertTrue(guarded.isEmpty() || "=+-@\t\r".indexOf(guarded.charAt(0)) < 0, guarded);
        }
    }

    @Test
    void boldNamesActionsOfChatsAndUnsavedContacts() {
        assertEquals("Jana: Hello there.|Bob: Hi.", told("t.txt", "[00:00:00] **Jana:** Hello there.\n\n[00:00:04] __Bob__: Hi.\n"));
        assertEquals("jana: hello|bob: hi there", told("t.txt", "[18:02] <jana> hello\n[18:03] <bob> hi there\n[18:04] * bob waves\n"));
        assertEquals("Jana: Hi|Bob Ray: Hello", told("t.txt", "[3/12/24, 6:02:11 PM] Jana: Hi\n[3/12/24, 6:02:40 PM] ~ Bob Ray: Hello\n"));
        assertEquals("Jana: Five.|Bob: Six.", told("t.md", "**JANA** *(angry)*: Five.\n\n**Bob** _(calm)_: Six.\n").replace("JANA", "Jana"));
        assertEquals("Jana: Hello.|Bob: Hi & bye.", told("t.md", "<b>Jana:</b> Hello.<br>\n\n**Bob:** Hi &amp; bye.\n"));
    }

    @Test
    void theFullStopOfATitleEndsNoSentence() {
        assertEquals("DR. LEE: At ten.|MRS. KIM: Yes.|J. R. OX: No.|LEE: Mine.|BOB: Mine too.", told("t.srt",
                "1\n00:00:01,000 --> 00:00:02,000\nDR. LEE: At ten.\n\n2\n00:00:03,000 --> 00:00:04,000\nMRS. KIM: Yes.\n\n3\n00:00:05,000 --> "
                        + "00:00:06,000\nJ. R. OX: No.\n\n4\n00:00:07,000 --> 00:00:08,000\nLEE: Mine. BOB: Mine too.\n"));
    }

    private static String told(String name, String text) {
        var read = Scripts.read(name, text, Optional.empty());
        return read.lines().stream().map(l -> read.speaker(l.speaker()).name() + ": " + l.text()).collect(Collectors.joining("|"));
    }
}
