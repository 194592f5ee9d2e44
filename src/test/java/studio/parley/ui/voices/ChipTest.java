package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.parley.audio.AudioFiles;
import studio.parley.audio.Pcm;

class ChipTest {
    @Test
    void aVoiceHasAPitchAndSilenceNone() {
        var ben = Chip.of(ClipFacts.of(AudioFiles.read(Path.of("assets/samples/refs/ben.wav")))).stream().map(Chip::words).toList();
        assertTrue(ben.contains("around 100 Hz"), ben + "");
        var silence = Chip.of(ClipFacts.of(Pcm.silence(24_000, 1, 72_000))).stream().map(Chip::words).toList();
        assertTrue(silence.stream().noneMatch(w -> w.contains("around")), silence + "");
    }
}
