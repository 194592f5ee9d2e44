package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;

class AdviceChipTest {
    @Test
    void aVoiceHasAPitchAndSilenceNone() {
        var ben = AdviceChip.of(ClipMetrics.of(AudioFiles.read(Path.of("assets/samples/refs/ben.wav")))).stream().map(AdviceChip::words).toList();
        assertTrue(ben.contains("around 100 Hz"), ben + "");
        var silence = AdviceChip.of(ClipMetrics.of(Pcm.silence(24_000, 1, 72_000))).stream().map(AdviceChip::words).toList();
        assertTrue(silence.stream().noneMatch(w -> w.contains("around")), silence + "");
    }
}
