package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;

/** {@code parley import} with a recording. */
class ImportRecordingCommandTest extends CommandTestCase {
    private static final String TALK = Path.of("src/test/resources/recordings/talk.opus").toString();
    private final String was = System.getProperty("parley.program", "");

    @BeforeEach
    void haveTheProgram() {
        System.setProperty("parley.program", Path.of("").toAbsolutePath().toString());
    }

    @AfterEach
    void forgetIt() {
        if (was.isEmpty()) System.clearProperty("parley.program");
        else System.setProperty("parley.program", was);
    }

    @Test
    void aRecordingBecomesAProjectThatNeedsNoRendering() {
        var project = home.resolve("talk.parley").toString();
        assertEquals(0, run("import", TALK, "-o", project, "--names", "Ann, Ben"), () -> err);
        assertEquals(project + ": 6 lines by 2 speakers\n", out);
        assertFalse(err.contains("--speakers"), err);
        assertEquals(0, run("render", project, "--model", Path.of("src/test/resources/test-model").toString()), () -> err);
        assertTrue(err.contains("nothing to do"), err);
        assertEquals(0, run("export", project, "-o", home.resolve("mix.wav").toString(), "--model", Path.of("src/test/resources/test-model").toString()), () -> err);
        assertEquals(3, run("import", TALK, "-o", project), () -> out);
        assertTrue(err.contains("is already a project"), err);
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedBeforeAnythingIsHeard() throws Exception {
        var project = home.resolve("talk.parley").toString();
        var script = Files.writeString(home.resolve("s.txt"), "Ann: Hello.\n").toString();
        for (var wrong : List.of(List.of(TALK, "--update"), List.of(TALK, "--form", "plain"), List.of(TALK, "--refs", home.toString()), List.of(TALK, "--no-ears"),
                List.of(TALK, "--speakers", "0"), List.of(TALK, "--names", "Ann,,Ben"), List.of(TALK, "--names", ",,"), List.of(TALK, "--names", "Ann,ann"), List.of(TALK, "--names", "A,B,C", "--speakers", "2"),
                List.of(script, "--speakers", "2"), List.of(script, "--names", "Ann"))) {
            var arguments = new java.util.ArrayList<>(List.of("import", "-o", project));
            arguments.addAll(wrong);
            assertEquals(3, run(arguments.toArray(String[]::new)), () -> wrong + err);
            assertTrue(err.startsWith("parley: ") && err.strip().endsWith("."), err);
            assertFalse(Files.exists(home.resolve("talk.parley")), wrong.toString());
        }
    }

    /** What is named like a recording is one, whatever it holds. */
    @Test
    void anEmptyOrBrokenRecordingIsNoScript() throws Exception {
        for (var name : List.of("a.wav", "b.MP3", "c.flac", "d.Ogg", "e.opus", "f.m4a")) {
            for (var content : List.of("", "Ann: Hello.\n", "\u0001\u0002\u0003\u0004")) {
                var file = Files.writeString(home.resolve(name), content).toString();
                assertEquals(3, run("import", file, "-o", home.resolve("x.parley").toString(), "--speakers", "2"), () -> out);
                var what = content.isEmpty() ? "is empty." : content.startsWith("A") ? "is a text file, not an audio file." : "is not an audio file that Parley recognises.";
                assertEquals("parley: " + file + " " + what + " Choose a WAV, FLAC, MP3 or OGG file.", err.strip());
            }
        }
        assertEquals(3, run("import", home.resolve("missing.wav").toString(), "-o", home.resolve("x.parley").toString()));
        assertTrue(err.contains("There is no audio file " + home.resolve("missing.wav") + ". Check the path."), err);
        // Nor a script for a render.
        assertEquals(3, run("render", home.resolve("a.wav").toString(), "-o", home.resolve("o.wav").toString()), () -> out);
        assertTrue(err.contains("a.wav is a recording, not a script."), err);
        assertFalse(Files.exists(home.resolve("x.parley")));
    }

    @Test
    void oneVoiceMayBeThatOfSeveral() throws Exception {
        var sound = AudioFiles.read(Path.of("assets/samples/refs/keeper.wav"));
        var clip = home.resolve("twice.wav").toString();
        WavFiles.write(Path.of(clip), sound.then(Pcm.silence(sound.rate(), 1, sound.rate())).then(sound), SampleFormat.PCM_16);
        assertEquals(0, run("import", clip, "-o", home.resolve("a.parley").toString()), () -> err);
        assertTrue(out.endsWith(": 2 lines by 1 speaker\n"), out);
        assertTrue(err.endsWith("If more than one person speaks in " + clip + ", give --speakers N: voices that are very much alike count as one.\n"), err);
        assertEquals(0, run("import", clip, "-o", home.resolve("b.parley").toString(), "--speakers", "1"), () -> err);
        assertFalse(err.contains("--speakers"), err);
    }

    @Test
    void namesDoNotSayHowManySpeak() throws Exception {
        assertEquals(0, run("import", TALK, "-o", home.resolve("one.parley").toString(), "--names", "Ann", "--json"), () -> err);
        assertTrue(out.contains("\"speakers\":[\"Ann\",\"Speaker 2\"]"), out);
        assertEquals(0, run("import", TALK, "-o", home.resolve("three.parley").toString(), "--names", "Ann,Ben,Cora,Dan"), () -> err);
        assertTrue(out.endsWith(": 6 lines by 2 speakers\n"), out);
        assertTrue(err.contains("Only 2 voices were found in " + TALK + ", so the names Cora, Dan are not used."), err);
        assertEquals(0, run("import", TALK, "-o", home.resolve("many.parley").toString(), "--speakers", "99"), () -> err);
        assertTrue(err.contains("Only 6 lines were found in " + TALK + "."), err);
    }

    /** The mark at the beginning of UTF-16 is also the first bytes of MPEG. */
    @Test
    void aScriptOfAnyEncodingIsNoRecording() throws Exception {
        for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var script = Files.write(home.resolve(encoding.name() + ".txt"), ("\ufeffAnn: Hello there.\nBen: Well.\n").getBytes(encoding));
            assertEquals(0, run("import", script.toString(), "-o", home.resolve(encoding.name() + ".parley").toString()), () -> encoding + err);
            assertTrue(out.contains("2 lines by 2 speakers"), out);
        }
    }
}
