package studio.parley.dialogue.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.problem.Problem;

/** Scripts as people have them, in {@code src/test/resources/scripts}, and what is right for each. */
class ScriptCasesTest {
    private static ParsedScript parse(String file) {
        return Script.parse(Path.of("src/test/resources/scripts", file), Optional.empty());
    }

    private static List<String> said(ParsedScript parsed) {
        var c = parsed.conversation();
        return c.lines().stream().map(l -> c.speaker(l.speaker()).name() + ": " + (l.direction().isEmpty() ? "" : "(" + l.direction() + ") ") + l.text()).toList();
    }

    private static void assertSaid(String file, String... lines) {
        assertEquals(List.of(lines), said(parse(file)));
    }

    private static void assertNotices(String file, String... notices) {
        assertEquals(List.of(notices), parse(file).notices());
    }

    private static List<TimingRelation> relations(String file) {
        return parse(file).conversation().lines().stream().map(l -> l.relation()).toList();
    }

    @Test
    void markdownNamesInAllTypographies() {
        assertSaid("markdown-names.md", "Jana: Hello.", "Bob: (quietly) Hi.", "Bob: (quietly) Hi again.", "Bob: Quoted.", "Jana: Dash.", "Jana: Triple.",
                "Bob: Words below.", "Jana: Numbered.", "Bob: heading");
        assertNotices("markdown-names.md");
    }

    @Test
    void parentheticalsExtensionsAndDualDialogue() {
        assertSaid("dual-and-parentheticals.fountain", "MARA: One.", "MARA: (beat) Two.", "MARA: (laughing) Three.", "DEV: Together.",
                "MARA: (V.O.) Two brackets.", "ANNOUNCER 2: (filtered) Ding.", "JOHN AND MARY: Both.", "MOTHER-IN-LAW: Colon.",
                "HE: (to himself; sotto voce) Long bracket.");
        assertEquals(TimingRelation.INTERRUPTS, relations("dual-and-parentheticals.fountain").get(3));
        assertNotices("dual-and-parentheticals.fountain", "2 transitions skipped: lines 23, 25 (“FADE OUT.”, “SMASH CUT TO:”).",
                "1 line of action skipped: line 27 (“TITLE CARD: \"LATER\"”).");
    }

    @Test
    void twoBlanksKeepASpeechTogether() {
        assertSaid("two-space-blank.fountain", "DEV: First. Second after two spaces.");
        assertNotices("two-space-blank.fountain", "2 lines of action skipped: lines 6, 8 (“MARA”, “No words directly.”).");
    }

    @Test
    void notesAndBoneyardLeaveOneBlank() {
        assertSaid("notes-and-lyrics.fountain", "MARA: I never said that. Really.", "DEV: Bold and under and strong. After a two-space blank.",
                "MARA: (O.S.) Two brackets.");
        var notices = String.join("\n", parse("notes-and-lyrics.fountain").notices());
        for (var part : List.of("1 note skipped: line 2", "2 boneyard lines skipped: lines 2, 3", "1 centred line skipped: line 5",
                "1 lyric skipped: line 7", "1 scene heading skipped: line 17", "2 lines of action skipped: lines 18, 19")) {
            assertTrue(notices.contains(part), part + " in " + notices);
        }
    }

    @Test
    void subtitlesWithBlankLines() {
        assertSaid("blank-first-line.srt", "Speaker 1: Dead weight.", "Speaker 1: Fine! Leave.", "Speaker 1: Screw this.", "Speaker 1: Last.");
        assertNotices("blank-first-line.srt", "No speaker was found: everything is spoken by Speaker 1.", "1 empty cue skipped: line 15.");
    }

    @Test
    void subtitlesForThoseWhoHearLittle() {
        assertSaid("sdh.srt", "Jana: Brackets.", "BOB: Chevrons.", "Speaker 2: And me.", "Speaker 1: In round.", "NARRATOR: Name alone above.", "Jana: Named.",
                "Jana: Still me.", "Jana: Mine.", "BOB: Mine too.", "BOB: Warning: not a name.");
        assertNotices("sdh.srt", "Spellings of the same name were joined: Jana, JANA are one speaker, Jana.",
                "A cue without a name was given to the previous speaker: lines 33, 41.",
                "2 sounds skipped: lines 12, 16 (“♪ la la ♪”, “[DOOR SLAMS]”).");
    }

    @Test
    void captionsThatRollAreReadOnce() {
        assertSaid("rolling-captions.vtt", "Speaker 1: hello and welcome", "Speaker 1: to the show");
        assertTrue(parse("rolling-captions.vtt").notices().contains("2 repeated lines of rolling captions skipped: lines 10, 14."));
    }

    @Test
    void dashesAreSpeakersAndAWrongTimeIsNamed() {
        assertSaid("dashes.vtt", "Speaker 1: Tea or coffee?", "Speaker 2: Tea.", "Speaker 2: Overlap.", "Speaker 2: Backwards.");
        assertNotices("dashes.vtt", "A cue ends before it starts; its text was kept: line 10.");
    }

    @Test
    void transcriptsWithTimes() {
        assertSaid("bracketed-times.txt", "Jana: Good morning.", "Bob: Morning.", "Jana: Go on.");
        assertEquals(List.of(new TimingRelation.PinnedAt(83_000), new TimingRelation.PinnedAt(87_000), new TimingRelation.PinnedAt(120_000)), relations("bracketed-times.txt"));
        assertSaid("leading-times.txt", "Jana: Good morning.", "Bob: Morning.");
        assertEquals(new TimingRelation.PinnedAt(87_000), relations("leading-times.txt").getLast());
        assertSaid("name-then-time.txt", "Jana Müller: Good morning everyone.", "Bob Ray: Morning. Shall we start?", "Jana Müller: Yes.");
        assertEquals(new TimingRelation.PinnedAt(3_730_000), relations("name-then-time.txt").getLast());
        assertNotices("name-then-time.txt", "Read as a transcript or chat (names with times).",
                "1 closing credit skipped: line 10 (“Transcribed by a machine”).");
    }

    @Test
    void chatLogs() {
        assertSaid("chat-export.txt", "Jana: Are you coming?", "Bob: Yes", "Jana: ok 👍");
        assertTrue(parse("chat-export.txt").notices().contains("1 attachment skipped: line 3 (“image omitted”)."));
    }

    @Test
    void tagsOfSpeechModels() {
        assertSaid("s-tags.txt", "Speaker 1: Hello there.", "Speaker 2: (laughs) Hi.", "Speaker 1: Bye.");
        assertEquals(List.of(1, 2), parse("s-tags.txt").conversation().speakers().stream().map(s -> s.number()).toList());
        assertSaid("csm-tags.txt", "Speaker 0: Hello from Sesame.", "Speaker 1: And me.");
        assertEquals(List.of(0, 1), parse("csm-tags.txt").conversation().speakers().stream().map(s -> s.number()).toList());
    }

    @Test
    void printedPlays() {
        assertSaid("play.txt", "JANA: (Entering) Who is it?", "BOB: It is I.", "JANA: Gone.");
        assertNotices("play.txt", "Read as a printed play.", "1 stage direction skipped: line 3 (“[Exit BOB]”).");
    }

    @Test
    void soundsAreDirectionsAndBracketsInASentenceAreWords() {
        assertSaid("sounds-in-text.txt", "Jana: (sighs) Fine.", "Jana: (laughs) I (almost) believed you.", "Bob: (laughs, coughs) Did you?", "Bob: (sighing) Yes.",
                "Jana: (whispers) No.");
        assertEquals(new TimingRelation.After(0), relations("sounds-in-text.txt").get(1));
        assertNotices("sounds-in-text.txt", "Sounds and directions are kept as directions and not spoken: lines 1–4.");
    }

    @Test
    void spellingsOfANameAreJoined() {
        assertSaid("name-case.txt", "Jana: One.", "Jana: Two.", "Jana: Three.", "Jana: Four.");
        assertNotices("name-case.txt", "Spellings of the same name were joined: Jana, jana, JANA are one speaker, Jana.");
        assertSaid("invisible-characters.txt", "Jana: Hello.", "Jana: Hello there.", "Jana: French space.", "Jana: Thin.");
        assertNotices("invisible-characters.txt", "Invisible characters were removed: line 1.");
        assertSaid("control-character-in-name.vtt", "O’Brien: Hello");
    }

    @Test
    void directionsBetweenLines() {
        assertSaid("directions-between.txt", "Jana: Hello.", "Bob: (Bob enters) Hi.", "Jana: Still here.");
        assertNotices("directions-between.txt", "1 line skipped: 5 (“INTERMISSION”).");
    }

    @Test
    void whatCannotBeSpokenStaysInTheText() {
        assertSaid("numbers-and-signs.txt", "Jana: It costs $1,234.56 or €20, i.e. 50% at 10:30 on 03/04/2025.",
                "Bob: See https://example.com/a?b=c or mail a@b.co.", "Jana: NASA, Dr. Who, 1st, 3½, °C & WHY ARE YOU SHOUTING?",
                "Bob: 😀😀 C++ #1 @home ½ — “quoted” …");
        assertEquals(1, parse("one-long-line.txt").conversation().lines().size());
        assertSaid("long-names.txt", "Dr. Maria-Luisa von und zu Hohenstein the Third of Somewhere: Hello.", "Bob: Hi.", "Q: Why?", "A: Because.");
    }

    @Test
    void tablesOfManyMakers() {
        assertSaid("headers-a.csv", "Jana: (softly) Hello.", "Bob: Hi.");
        assertSaid("headers-b.csv", "Jana: Hello.", "Bob: Hi.");
        assertEquals(new TimingRelation.PinnedAt(3000), relations("headers-b.csv").getLast());
        assertSaid("empty-rows.csv", "Jana: Hello.", "Bob: Hi.");
        assertSaid("separator-in-header.csv", "Jana: (x) Hello.");
        assertSaid("sep-line.csv", "Jana: Hi.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtf.txt an RTF document", "page.html an HTML page", "data.json JSON"})
    void otherKindsOfFileAreRefusedByName(String row) {
        var file = row.substring(0, row.indexOf(' '));
        var problem = assertThrows(Problem.class, () -> parse(file));
        assertTrue(String.valueOf(problem.getMessage()).contains(" is " + row.substring(row.indexOf(' ') + 1) + ", not a script. "), problem.getMessage());
    }
}
