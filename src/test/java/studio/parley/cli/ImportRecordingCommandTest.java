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
                List.of(TALK, "--speakers", "0"), List.of(TALK, "--names", "Ann,,Ben"), List.of(TALK, "--names", "Ann,ann"), List.of(TALK, "--names", "A,B,C", "--speakers", "2"),
                List.of(script, "--speakers", "2"), List.of(script, "--names", "Ann"))) {
            var arguments = new java.util.ArrayList<>(List.of("import", "-o", project));
            arguments.addAll(wrong);
            assertEquals(3, run(arguments.toArray(String[]::new)), () -> wrong + err);
            assertTrue(err.startsWith("parley: ") && err.strip().endsWith("."), err);
            assertFalse(Files.exists(home.resolve("talk.parley")), wrong.toString());
        }
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
