package studio.parley.watermark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;

/** On the same three seconds as {@link WatermarkTest}. */
class WatermarkStreamTest {
    private static final WatermarkKey KEY = WatermarkMeasure.key(1);
    private static final Pcm SPEECH = AudioFiles.read(Path.of("src", "test", "resources", "golden", "watermark", "speech.flac"));

    private static Pcm marked(Pcm sound, int piece, String content) {
        var stream = new WatermarkStream(KEY, sound.rate(), content);
        var out = Pcm.silence(sound.rate(), 1, 0);
        for (int from = 0; from < sound.frames(); from += piece) {
            var ready = stream.push(sound.slice(from, Math.min(sound.frames(), from + piece)).samples(0));
            out = out.then(Pcm.mono(sound.rate(), ready));
        }
        return out.then(Pcm.mono(sound.rate(), stream.finish()));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 480, 1920, 7777, 1_000_000})
    void isFoundAndIsQuietWhateverThePieces(int piece) {
        var marked = marked(SPEECH, piece, "one");
        assertEquals(SPEECH.frames(), marked.frames());
        var found = Detector.detect(marked, KEY, List.of());
        assertTrue(found.found() && found.falseAlarmProbability() < 1e-9, found::toString);
        assertFalse(Detector.detect(marked, WatermarkMeasure.key(2), List.of()).found());
        double below = WatermarkMeasure.below(SPEECH, marked);
        assertTrue(below >= 36, below + " dB");
    }

    @Test
    void comesOutWithoutMuchDelay() {
        var stream = new WatermarkStream(KEY, 24_000, "one");
        int in = 0;
        int out = 0;
        for (; in + 1920 <= SPEECH.frames(); in += 1920) {
            out += stream.push(SPEECH.slice(in, in + 1920).samples(0)).length;
            assertTrue(in + 1920 - out < 1024 + 480, (in + 1920 - out) + " samples");
        }
    }

    @Test
    void beginsElsewhereForOtherContent() {
        assertArrayEquals(marked(SPEECH, 1920, "one").samples(0), marked(SPEECH, 1920, "one").samples(0));
        assertFalse(Arrays.equals(marked(SPEECH, 1920, "one").samples(0), marked(SPEECH, 1920, "two").samples(0)));
    }

    @Test
    void marksOtherRatesAndLeavesSilenceAlone() {
        var other = Resampler.resample(SPEECH, 44_100);
        assertTrue(Detector.detect(marked(other, 4000, "one"), KEY, List.of()).found());
        var silence = Pcm.silence(24_000, 1, 30_000);
        assertEquals(silence, marked(silence, 1920, "one"));
        assertEquals(0, marked(Pcm.silence(24_000, 1, 0), 1920, "one").frames());
    }
}
