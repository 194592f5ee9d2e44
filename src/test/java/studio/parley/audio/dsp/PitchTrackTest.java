package studio.parley.audio.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;

class PitchTrackTest {
    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 44_100, 48_000})
    void harmonicTonesAreHeardAtTheirPitch(int rate) {
        for (double hertz : new double[] {60, 95, 180, 320, 500}) {
            var x = new float[rate];
            for (int i = 0; i < x.length; i++) for (int h = 1; h <= 6; h++) x[i] += (float) (0.3 / h * Math.sin(2 * Math.PI * hertz * h * i / rate));
            assertEquals(0, cents(PitchTrack.of(Pcm.mono(rate, x)).median().orElseThrow(), hertz), 10, hertz + " Hz at " + rate);
        }
    }

    /** Praat's autocorrelation method (5 ms steps, 60 to 600 Hz) hears these medians in the bundled references. */
    @ParameterizedTest
    @CsvSource({"ann, 176.6", "ben, 98.2", "keeper, 111.2"})
    void theBundledReferencesAreWithinASemitoneOfPraat(String name, double praat) {
        var sound = AudioFiles.read(Path.of("assets/samples/refs/" + name + ".wav")).toMono();
        assertEquals(0, cents(PitchTrack.of(sound).median().orElseThrow(), praat), 100);
    }

    @Test
    void whatIsNotVoicedHasNoPitch() {
        assertTrue(PitchTrack.of(Pcm.silence(24_000, 1, 24_000)).median().isEmpty());
        assertTrue(PitchTrack.of(Pcm.silence(24_000, 1, 0)).median().isEmpty());
        assertTrue(PitchTrack.of(Pcm.silence(24_000, 1, 7)).median().isEmpty());
        var dice = new Random(1);
        var noise = new float[48_000];
        for (int i = 0; i < noise.length; i++) noise[i] = (float) (0.1 * dice.nextGaussian());
        assertTrue(PitchTrack.of(Pcm.mono(24_000, noise)).median().isEmpty());
    }

    private static double cents(double a, double b) {
        return 1200 * Math.log(a / b) / Math.log(2);
    }
}
