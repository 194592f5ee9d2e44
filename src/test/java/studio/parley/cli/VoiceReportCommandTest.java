package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;

/** {@code parley render} names speakers who sound alike. */
class VoiceReportCommandTest extends CommandTestCase {
    private static final Path REFS = Path.of("assets/samples/refs");
    private static final String MODEL = Path.of("src/test/resources/test-model").toString();
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
    void speakersWhoSoundAlikeAreNamedUnlessHearingIsOff() throws Exception {
        WavFiles.write(home.resolve("ben.wav"), AudioFiles.read(REFS.resolve("ann.wav")).times(0.3), SampleFormat.PCM_24);
        Files.copy(REFS.resolve("ann.txt"), home.resolve("ben.txt"));
        Files.copy(REFS.resolve("ann.wav"), home.resolve("ann.wav"));
        Files.copy(REFS.resolve("ann.txt"), home.resolve("ann.txt"));
        var script = Files.writeString(home.resolve("s.txt"), "@voice Ann ann.wav\n@voice Ben ben.wav\nAnn: One.\nBen: Two.\n").toString();
        assertEquals(0, run("render", script, "-o", home.resolve("a.wav").toString(), "--model", MODEL, "--max-length", "400"), () -> err);
        assertTrue((out + err).contains("Ann and Ben sound alike (likeness 1.00)"), out + err);
        assertEquals(0, run("render", script, "-o", home.resolve("b.wav").toString(), "--model", MODEL, "--max-length", "400", "--no-ears"), () -> err);
        assertFalse((out + err).contains("sound alike"), out + err);
        var project = home.resolve("p.parley").toString();
        assertEquals(0, run("import", script, "-o", project), () -> err);
        assertEquals(0, run("render", project, "--model", MODEL), () -> err);
        assertTrue((out + err).contains("Ann and Ben sound alike"), out + err);
    }
}
