package studio.parley.dialogue.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.Growth;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.problem.Problem;

/** Names, tags, headings and damage that were once read wrong, in every kind of text in which they occur. */
class ScriptKindsTest {
    private static final String TITLED = "DR. LEE: At ten.|MRS. KIM: Yes.|ST. JOHN: No.|J. R. EWING: Howdy.|NO. 6: I am not a number.|MR. & MRS. SMITH: Hi.";

    private static String told(String name, String text) {
        var read = parse(name, text).conversation();
        return read.lines().stream().map(l -> read.speaker(l.speaker()).name() + ": " + l.text()).collect(Collectors.joining("|"));
    }

    private static ParsedScript parse(String name, String text) {
        return Script.parse(name, text, Optional.empty());
    }

    private static void assertNoticed(String name, String text, String notice) {
        var notices = String.join("\n", parse(name, text).notices());
        assertTrue(notices.contains(notice), notices);
    }

    /** The same six speakers, written the way each kind of text writes names; {@code %} stands before a name, {@code =} before the words. */
    @ParameterizedTest
    @ValueSource(strings = {"%= : ~\n", "[00:00:0#] %=: ~\n", "12/03/24, 18:0# - %=: ~\n", "%=. ~\n\n", "**%=:** ~\n\n", "**%=.** ~\n\n", "**%=** — ~\n\n", "- **%=**: ~\n", "%=\n~\n\n",
        "#\n00:00:0#,000 --> 00:00:0#,900\n%=: ~\n\n", "WEBVTT\n\n00:00:0#.000 --> 00:00:0#.900\n<i>(SIGHS)</i> {\\an8}%=: ~\n\n", "%=\t~\n", "[%=] ~\n"})
    void titlesAndInitialsBelongToTheName(String shape) {
        var text = new StringBuilder();
        int number = 1;
        for (int again = 0; again < 2; again++) {
            for (var line : TITLED.split("\\|")) {
                var parts = line.split(": ");
                var one = shape.replace("WEBVTT\n\n", number == 1 ? "WEBVTT\n\n" : "").replace("#", "" + number++ % 10);
                text.append(one.replace("%= :", "%=:").replace("%=", parts[0]).replace("~", parts[1]));
            }
        }
        assertEquals(TITLED + "|" + TITLED, told("x", text.toString()), shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host (00:10): So?\n[inaudible 00:00:22]\nJana (00:15): I left.\n[crosstalk 00:10]\nHost (00:25): And then?\n",
        "Host  00:10\nSo?\n[inaudible 00:00:22]\n\nJana  00:15\nI left.\n[crosstalk 00:00:17]\n\nHost  00:25\nAnd then?\n",
        "00:10 Host: So?\n[inaudible 00:00:22]\n00:15 Jana: I left.\n(unintelligible 00:16)\n00:25 Host: And then?\n"})
    void annotationsWithATimeAreNobody(String text) {
        assertEquals("Host: So?|Jana: I left.|Host: And then?", told("x.txt", text));
        assertFalse(SpeakerNameRules.isName("[inaudible") || SpeakerNameRules.isName("Bob)") || SpeakerNameRules.isName("(Bob"));
    }

    @Test
    void aPlayIsToldByItsActsAndStageDirections() {
        for (var gap : List.of("\n", "\n\n")) {
            var text = String.join(gap, "ACT I", "SCENE 1. A heath.", "Enter MACBETH and BANQUO.", "MACBETH. So foul and fair.", "BANQUO. How far is't?", "MACBETH. Speak.", "Exeunt.\n");
            assertEquals("MACBETH: So foul and fair.|BANQUO: How far is't?|MACBETH: Speak.", told("x.txt", text));
        }
        assertEquals("MACBETH: So foul.", told("x.txt", "ACT I\n\nSCENE 1. A heath.\n\nEnter MACBETH\n\nMACBETH. So foul.\n"));
        assertEquals("Macbeth: So foul.|Banquo: How far.", told("x.txt", "Act I\nScene 1. A heath.\n\nEnter Macbeth\n\nMacbeth. So foul.\n\nBanquo. How far.\n"));
        assertEquals("Q: Did you?|A: No. I did not.|Q: Why?|A: Yes. I was.", told("x.txt", "Q. Did you?\nA. No. I did not.\nQ. Why?\nA. Yes. I was.\n"));
        assertEquals(ScriptFormat.PLAIN, Script.format("x.txt", "CHAPTER 1\n\nLONDON. It was raining.\n\nThe king sat there.\n"));
    }

    @Test
    void tagsAreJudgedByTheirNumber() {
        assertEquals("Speaker 0: Hello.|Speaker 1: Hi.|Speaker 0: See the note [S1] please.|Speaker 1: Bye.",
                told("x.txt", "[0]Hello.\n[1]Hi.\n[0]See the note [S1] please.\n[1]Bye.\n"));
        assertEquals("Speaker 0: Hello.|Speaker 1: Hi.|Speaker 1: Bye.|Speaker 2: Later.", told("x.txt", "[0]Hello.\n[1]Hi.\n[S1] Bye.\n[S2] Later.\n"));
        assertNoticed("x.txt", "[0]Hello.\n[1]Hi.\n[S1] Bye.\n", "A tag that differs from the others was read as the speaker of that number: line 3.");
    }

    @Test
    void aNameWithoutWordsIsTold() {
        assertNoticed("x.txt", "Ann:\nBen: Hi.\nAnn: Yes.\n", "A name without text was kept as an empty line: line 1.");
        assertNoticed("x.txt", "[00:01] Ann:\n[00:02] Ben: Hi.\n[00:03] Ann: Yes.\n", "1 name without text skipped: line 1");
        assertNoticed("x.srt", "1\n00:00:01,000 --> 00:00:02,000\nANN:\n\n2\n00:00:03,000 --> 00:00:04,000\nBEN: Hi.\n", "1 name without text skipped: line 3");
        assertEquals("Ann: Hello|Ben: Hi\nno name", told("x.txt", "Ann: Hello\nBen: Hi\n: no name\n"));
    }

    @Test
    void chevronsWithinACueAreTurns() {
        assertEquals("JIM: Yes.|Speaker 1: No.|ANN: Why?", told("x.srt", "1\n00:00:01,000 --> 00:00:02,000\n>> JIM: Yes. >> No. >> ANN: Why?\n"));
    }

    @Test
    void whatFollowsDialogueInAScreenplayIsNotSaid() {
        for (var line : List.of("> THE END <", "===", "> FADE OUT.", "CUT TO:", "EXT. FIELD - NIGHT")) {
            assertEquals("ANN: Hello.", told("x.fountain", "INT. ROOM\n\nANN\nHello.\n" + line + "\n"));
        }
        assertNoticed("x.fountain", "ANN\nHello.\n\n/* gone\nstill */ They leave. [[a\nb]] More.\n", "2 lines of action skipped: lines 5, 6 (“They leave.”, “More.”).");
    }

    @Test
    void bytesThatAreNoCharacterAreTold() {
        var read = Script.parse("x.txt", new byte[] {'A', ':', ' ', 'c', (byte) 0x81, (byte) 0xe9, '\n'}, Optional.empty());
        assertTrue(String.join("\n", read.notices()).contains("could not be read was replaced by \uFFFD; correct it in the file: line 1."), read.notices().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t\n", "\ufeff", "# only a remark\n\n# another\n", "WEBVTT\n\nNOTE nothing\n"})
    void aFileWithoutWordsIsRefused(String text, @TempDir Path dir) throws Exception {
        var file = Files.writeString(dir.resolve("x.txt"), text, StandardCharsets.UTF_8);
        var problem = assertThrows(Problem.class, () -> Script.parse(file, Optional.empty()));
        assertEquals(file + " has no text to speak. Write lines like 'Ann: Hello.'", problem.getMessage());
    }

    @Test
    void namesInMarkdownInAnyMarks() {
        for (var name : List.of("__Cleo__:", "***Cleo***:", "*Cleo:*", "**Cleo:**", "**__Cleo:__**", "_Cleo_ —", "**Cleo.**", "**Cleo** (softly):", "<b>Cleo:</b>")) {
            for (var block : List.of("", "> ", "- ", "1. ", "* ", "> - ")) {
                var told = told("x.md", block + name.replace("Cleo.", "CLEO.") + " One.\n\n" + block + name.replace("Cleo.", "CLEO.") + " Two.\n");
                assertEquals("Cleo: One.|Cleo: Two.", told.replace("CLEO", "Cleo"), block + name);
            }
        }
        assertEquals("Cleo: One.|SPEAKER_00: Two.", told("x.md", "### Cleo\n\nOne.\n\n### SPEAKER_00\n\nTwo.\n"));
        assertEquals("SPEAKER_00: One.|SPEAKER_01: Two.", told("x.md", "**SPEAKER_00:** One.\n\n**SPEAKER_01:** Two.\n"));
        assertEquals("You: What?|ChatGPT: Bread. It is bread.", told("x.md", "#### You said:\nWhat?\n\n#### ChatGPT said:\nBread.\n\nIt is bread.\n"));
    }

    @Test
    void headingsAreNamesWhereAllLookLikeNames() {
        assertEquals("Jana: Hello there. More words. And more.|Bob: Hi.", told("x.md", "# Talk\n\n### Jana\n\nHello there.\nMore words.\n\nAnd more.\n\n### Bob\n\nHi.\n"));
        assertNoticed("x.md", "### Jana\n\nHello.\n\nMore.\n\n### Bob\n\nHi.\n", "A heading was read as the name of a speaker: lines 1, 7.");
        assertNoticed("x.md", "### Jana\n\nHello.\n\nMore.\n\n### Bob\n\nHi.\n", "A paragraph without a name was given to the previous speaker: line 5.");
        var article = "# The Plan\n\n## Introduction\n\nWe *go*\nnow.\n\n## Details\n\n- We go.\n- There.\n\n**Warning:** hot!\n";
        assertEquals("Narrator: Introduction|Narrator: We go now.|Narrator: Details|Narrator: We go.|Narrator: There.|Narrator: Warning: hot!", told("x.md", article));
        assertNoticed("x.md", article, "No speaker was found: everything is spoken by Narrator.");
    }

    @Test
    void tablesInMarkdownArePassedOverUnlessTheyNameSpeakers() {
        var prices = "**Ann:** Hello.\n\n| Item | Price |\n|---|---|\n| Tea | 3 |\n\n**Ben:** Hi.\n| Cup | 1 |\n";
        assertEquals("Ann: Hello.|Ben: Hi.", told("x.md", prices));
        assertNoticed("x.md", prices, "3 rows of a table skipped: lines 3, 5, 8 ");
        assertEquals("Ann: Hello, \"you\" | me.|Ann: Still me.|Ben: Hi.", told("x.md",
                "First.\n\n| Speaker | Line |\n|---|:-:|\n| **Ann** | Hello, \"you\" \\| me. |\n| | Still *me*. |\n| Ben | Hi. |\n"));
    }

    @Test
    void aTimeOfAnotherFormIsWords() {
        assertEquals("Ann: Tomorrow 10:30 we meet|Ben: ok", told("x.txt", "12/03/24, 18:02 - Ann: Tomorrow\n10:30 we meet\n12/03/24, 18:03 - Ben: ok\n"));
        assertEquals("Ann: Tomorrow 10:30 we meet|Ben: ok", told("x.txt", "6:02 PM Ann: Tomorrow\n10:30 we meet\n6:03 PM Ben: ok\n"));
        assertEquals("Ann: Tomorrow 10:30 we meet|Ben: ok", told("x.txt", "Ann [00:01]\nTomorrow\n10:30 we meet\n\nBen [00:05]\nok\n"));
        assertEquals("Ann: One.|Ann: Two.", told("x.txt", "00:01 Ann: One.\n00:05 Two.\n"));
    }

    /** Jana, Bob and Jana again, as more programs and countries write them. */
    @ParameterizedTest
    @ValueSource(strings = {"00:10 Jana - Hello.\n00:15 Bob - Hi.\n00:20 Jana - Bye.\n", ">> JANA: Hello. >> BOB: Hi.\n>> JANA: Bye.\n",
        "Jana\n — \nToday at 6:02 PM\nHello.\n\nBob\n — \nToday at 6:03 PM\nHi.\n\nJana\n — \nToday at 6:04 PM\nBye.\n",
        "12.3.2024 klo 18.02 - Jana: Hello.\n12.3.2024 klo 18.03 - Bob: Hi.\n12.3.2024 klo 18.04 - Jana: Bye.\n",
        "12/3/24 18:02 - Jana: Hello.\n12/3/24 18:03 - Bob: <Multimedia omitido>\n12/3/24 18:03 - Bob: Hi.\n12/3/24 18:04 - Jana: Bye.\n",
        "JANA -- Hello.\nBOB -- Hi.\nJANA -- Bye.\n", "[Jana]: Hello.\n[Bob, laughing]: Hi.\n[Jana]: Bye.\n",
        "[Jana] (00:01)\nHello.\n\n[Bob] (00:05)\nHi.\n\n[Jana] (00:07)\nBye.\n",
        "Standup\nMarch 4, 2024, 10:00AM\n32m 10s\n\nJana   0:03\nHello.\n\nBob   0:07\nHi.\n\nJana   0:09\nBye.\n\nJana stopped transcription\n"})
    void janaBobAndJanaElsewhere(String text) {
        assertEquals("Jana: Hello.|Bob: Hi.|Jana: Bye.", told("x.txt", text).replace("JANA", "Jana").replace("BOB", "Bob"));
    }

    /** Quotes in a table of Markdown are words, with bars around the rows or without. */
    @Test
    void aQuoteInATableOfMarkdownIsAWord() {
        for (var bar : List.of("|", "")) {
            var table = Stream.of("speaker | line", "---|---", "Ann | \"Hi there", "Ben | Oh.").map(row -> bar + row + bar + "\n")
                    .collect(Collectors.joining());
            assertEquals("Cy: Hm.|Ann: \"Hi there|Ben: Oh.", told("a.md", "**Cy:** Hm.\n\n" + table));
        }
    }

    /** Every table, line and time is looked at a few times, however many there are. */
    @Test
    void aLongTextIsReadInLinearTime() {
        for (var piece : List.of("| a |\n\n", "| speaker | line |\n|-|-|\n| Ann | Hi. |\n\n")) {
            Growth.assertAtMost(8, piece, () -> parse("a.md", "**Ann:** Hi.\n\n" + piece.repeat(2_500)), () -> parse("a.md", "**Ann:** Hi.\n\n" + piece.repeat(10_000)));
        }
    }
}
