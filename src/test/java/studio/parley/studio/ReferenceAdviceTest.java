package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.parley.audio.pcm.Pcm;

class ReferenceAdviceTest {
    private static final Path FILE = Path.of("refs/ann.wav");

    private static Pcm tone(double seconds, double amplitude, double offset) {
        var samples = new float[(int) (seconds * 24_000)];
        for (int i = 0; i < samples.length; i++) samples[i] = (float) Math.clamp(offset + amplitude * Math.sin(i * 0.05), -1, 1);
        return Pcm.mono(24_000, samples);
    }

    static Stream<Arguments> clips() {
        return Stream.of(Arguments.of(tone(5, 0, 0), "silent"), Arguments.of(tone(0.05, 0.5, 0), "is only"), Arguments.of(tone(5, 0.001, 0), "quiet (peak -60 dB)"),
                Arguments.of(tone(5, 3, 0), "clipped"), Arguments.of(tone(5, 0.3, 0.2), "DC offset"));
    }

    @ParameterizedTest
    @MethodSource("clips")
    void clipsThatCannotServeAreTold(Pcm clip, String words) {
        var told = ReferenceAdvice.on(FILE, clip);
        assertTrue(told.stream().anyMatch(s -> s.startsWith("ann.wav: ") && s.contains(words)), told.toString());
    }

    @Test
    void aGoodClipIsNotTalkedAbout() {
        assertEquals(List.of(), ReferenceAdvice.on(FILE, tone(8, 0.5, 0)));
    }

    @Test
    void whatPreparingMendsIsNotTold() {
        var quiet = tone(8, 0.001, 0);
        assertEquals(List.of(), ReferenceAdvice.on(FILE, quiet, ClipPreset.STUDIO.clip(quiet, 24_000)));
    }
}
